/** One plot on a canvas: lines, the band between bounds, where steps begin, and each line's name at its end. */
import uPlot from 'uplot';
import type { Columns } from './series';

export interface Line {
  /** Which column of the data; bounds are columns too. */
  readonly column: number;
  /** Name of a colour in the style sheet; the baseline is solid and the candidate dashed, so that colour alone tells nothing. */
  readonly colour: '--baseline' | '--candidate' | '--weight';
  readonly isDashed: boolean;
  readonly isStepped: boolean;
  readonly bounds: { readonly low: number; readonly high: number } | null;
}

export interface PlotSpec {
  readonly lines: readonly Line[];
  readonly unit: (value: number) => string;
  readonly height: number;
  /** Moves the cursors of all plots together. */
  readonly syncKey: string;
  readonly onCursor: (index: number | null) => void;
}

export interface Drawn {
  readonly columns: Columns;
  readonly fromMs: number;
  readonly toMs: number;
  readonly top: number;
  /** Name of each line, written at its end. */
  readonly names: readonly string[];
  readonly steps: readonly { readonly atMs: number; readonly step: number }[];
}

/** As exact as the ticks are far apart. */
function clockWords(seconds: number, apartS: number): string {
  const text = new Date(seconds * 1000).toISOString();
  if (apartS >= 86_400) return text.slice(0, 10);
  return apartS > 0 && apartS < 60 ? text.slice(11, 19) : text.slice(11, 16);
}

const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export class Plot {
  private readonly plot: uPlot;
  private drawn: Drawn = { columns: [], fromMs: 0, toMs: 1, top: 1, names: [], steps: [] };

  constructor(
    private readonly host: HTMLElement,
    private readonly spec: PlotSpec,
  ) {
    this.plot = new uPlot(this.options(), this.noData(), host);
    new ResizeObserver(() => this.fit()).observe(host);
    // Colours are asked for at each drawing, so a change of theme needs no more than one.
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.plot.redraw(true, true));
  }

  draw(drawn: Drawn): void {
    this.drawn = drawn;
    const { columns } = drawn;
    this.plot.setData(columns.length === 0 ? this.noData() : (columns as uPlot.AlignedData), false);
    this.plot.batch(() => {
      this.plot.setScale('x', {
        min: drawn.fromMs / 1000,
        max: Math.max(drawn.toMs, drawn.fromMs + 1000) / 1000,
      });
      this.plot.setScale('y', { min: 0, max: drawn.top });
    });
    this.plot.redraw(true, true);
  }

  private fit(): void {
    const width = Math.max(200, Math.floor(this.host.clientWidth));
    if (width !== this.plot.width) this.plot.setSize({ width, height: this.spec.height });
  }

  private noData(): uPlot.AlignedData {
    const most = Math.max(...this.spec.lines.flatMap(({ column, bounds }) => [column, bounds?.high ?? 0]));
    return Array.from({ length: most + 1 }, () => []) as unknown as uPlot.AlignedData;
  }

  private options(): uPlot.Options {
    const { lines, height, syncKey } = this.spec;
    const most = Math.max(...lines.flatMap(({ column, bounds }) => [column, bounds?.high ?? 0]));
    const series: uPlot.Series[] = Array.from({ length: most }, () => ({
      show: true,
      stroke: 'transparent',
      width: 0,
      points: { show: false },
    }));
    for (const line of lines) series[line.column - 1] = this.series(line);
    return {
      width: Math.max(200, Math.floor(this.host.clientWidth)),
      height,
      padding: [10, 56, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: syncKey }, drag: { x: false, y: false }, points: { size: 7 } },
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      scales: { x: { time: true, auto: false }, y: { auto: false } },
      axes: this.axes(),
      series: [{}, ...series],
      bands: lines.flatMap((line) => (line.bounds ? [this.band(line, line.bounds)] : [])),
      hooks: {
        drawAxes: [() => this.drawSteps()],
        draw: [() => this.drawNames()],
        setCursor: [({ cursor }) => this.spec.onCursor(cursor.idx ?? null)],
      },
    };
  }

  private series({ colour: name, isDashed, isStepped }: Line): uPlot.Series {
    const paths = isStepped ? uPlot.paths.stepped?.({ align: 1 }) : undefined;
    return {
      stroke: () => colour(name),
      width: 2,
      dash: isDashed ? [7, 4] : [],
      ...(paths ? { paths } : {}),
      ...(isStepped ? { fill: () => `${colour(name)}22` } : {}),
      points: {
        // The library says where the values begin and end, third and fourth.
        show: (...[, , first, last]) => !isStepped && last - first < 12,
        size: 6,
        fill: () => colour(name),
      },
    };
  }

  /** That of the candidate is hatched: where both lie over each other, both can be seen. */
  private band({ colour: name, isDashed }: Line, { low, high }: { low: number; high: number }): uPlot.Band {
    const fill = () => (isDashed ? this.hatch(colour(name)) : `${colour(name)}2b`);
    return { series: [high, low], fill: fill as unknown as string };
  }

  private hatch(stroke: string): CanvasPattern | string {
    const size = 10 * devicePixelRatio;
    const tile = document.createElement('canvas');
    [tile.width, tile.height] = [size, size];
    const context = tile.getContext('2d');
    if (!context) return `${stroke}2b`;
    context.fillStyle = `${stroke}14`;
    context.fillRect(0, 0, size, size);
    context.strokeStyle = `${stroke}59`;
    context.lineWidth = devicePixelRatio;
    context.beginPath();
    for (const offset of [-size, 0, size]) {
      context.moveTo(offset, size);
      context.lineTo(offset + size, 0);
    }
    context.stroke();
    return this.plot.ctx.createPattern(tile, 'repeat') ?? `${stroke}2b`;
  }

  private axes(): uPlot.Axis[] {
    const look = {
      stroke: () => colour('--muted'),
      font: '12px system-ui, sans-serif',
      grid: { stroke: () => colour('--grid'), width: 1 },
      ticks: { stroke: () => colour('--grid'), width: 1, size: 4 },
    };
    const { unit } = this.spec;
    return [
      {
        ...look,
        space: 70,
        size: 26,
        values: (_plot, ticks) =>
          ticks.map((tick) => clockWords(tick, (ticks[1] ?? tick) - (ticks[0] ?? tick))),
      },
      { ...look, size: 58, space: 34, values: (_plot, ticks) => ticks.map(unit) },
    ];
  }

  private drawSteps(): void {
    const { ctx, bbox } = this.plot;
    ctx.save();
    ctx.strokeStyle = colour('--muted');
    ctx.fillStyle = colour('--muted');
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([2 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'top';
    let free = bbox.left;
    for (const { atMs, step } of this.drawn.steps) {
      const x = Math.round(this.plot.valToPos(atMs / 1000, 'x', true));
      if (x < bbox.left || x > bbox.left + bbox.width) continue;
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      const text = `step ${step}`;
      if (x >= free) ctx.fillText(text, x + 3 * devicePixelRatio, bbox.top);
      if (x >= free) free = x + ctx.measureText(text).width + 8 * devicePixelRatio;
    }
    ctx.restore();
  }

  /** At the last value of each line; names that would lie over each other are moved apart. */
  private drawNames(): void {
    const { ctx, bbox } = this.plot;
    const room = 13 * devicePixelRatio;
    const ends = this.spec.lines.flatMap((line, index) => {
      const values = this.drawn.columns[line.column] ?? [];
      const value = values.findLast((one) => one !== null);
      const text = this.drawn.names[index] ?? '';
      return value === undefined || value === null || text === ''
        ? []
        : [{ text, colour: line.colour, y: this.plot.valToPos(Math.min(value, this.drawn.top), 'y', true) }];
    });
    ctx.save();
    ctx.font = `600 ${12 * devicePixelRatio}px system-ui, sans-serif`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    let free = Number.POSITIVE_INFINITY;
    for (const { text, colour: name, y } of ends.sort((a, b) => b.y - a.y)) {
      const at = Math.min(y, free - room);
      free = at;
      ctx.fillStyle = colour(name);
      ctx.fillText(text, bbox.left + bbox.width + 6 * devicePixelRatio, at);
    }
    ctx.restore();
  }
}
