/** A plot with its title, its words for whoever cannot see it, what the cursor is on, and the same numbers as a table. */
import { type Child, el, setAttribute, setText } from './dom';
import { type Drawn, type Line, Plot } from './plot';

export interface FigureSpec {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly unit: (value: number) => string;
  readonly height: number;
  /** Of the table behind it. */
  readonly head: readonly string[];
}

export interface Figured extends Omit<Drawn, 'names'> {
  readonly names: readonly string[];
  /** What is to be seen, in a sentence. */
  readonly summary: string;
  /** Why there is nothing to see; null when there is. */
  readonly empty: string | null;
  /** Newest first, made when somebody opens the table. */
  readonly rows: () => readonly (readonly string[])[];
  /** What stands beside the title while the cursor is on that column of the data. */
  readonly at: (index: number) => string;
}

/** A table of more rows than this helps nobody. */
const mostRows = 400;

export class Figure {
  readonly element: HTMLElement;
  private readonly host = el('div', { class: 'canvas', role: 'img' });
  private readonly emptyText = el('p', { class: 'empty' });
  private readonly readout = el('p', { class: 'readout', 'aria-hidden': 'true' });
  private readonly legend = el('ul', { class: 'legend' });
  private readonly body = el('tbody', {});
  private readonly table: HTMLDetailsElement;
  private readonly caption = el('caption', { class: 'hidden' });
  private plot: Plot | null = null;
  private shown: Figured | null = null;

  constructor(private readonly spec: FigureSpec) {
    const head = spec.head.map((name) => el('th', { scope: 'col' }, name));
    const scroll = el(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Table: ${spec.title}` },
      el('table', {}, this.caption, el('thead', {}, el('tr', {}, ...head)), this.body),
    );
    this.table = el(
      'details',
      { class: 'numbers' },
      el('summary', {}, 'Numbers', el('span', { class: 'hidden' }, ` of ${spec.title}`)),
      scroll,
    );
    this.table.addEventListener('toggle', () => this.fill());
    this.element = el(
      'figure',
      { class: 'card plot' },
      el('figcaption', {}, el('h3', {}, spec.title), this.legend),
      this.emptyText,
      this.host,
      this.readout,
      this.table,
    );
  }

  show(figured: Figured): void {
    this.shown = figured;
    const { empty, summary, names } = figured;
    const isEmpty = empty !== null;
    setAttribute(this.host, 'hidden', isEmpty);
    // Of one line the title is the name.
    setAttribute(this.legend, 'hidden', isEmpty || names.length < 2);
    setAttribute(this.table, 'hidden', isEmpty);
    setAttribute(this.readout, 'hidden', isEmpty);
    setAttribute(this.emptyText, 'hidden', !isEmpty);
    setText(this.emptyText, empty ?? '');
    setText(this.caption, `${this.spec.title}, newest first`);
    setAttribute(this.host, 'aria-label', `${this.spec.title}. ${summary}`);
    if (isEmpty) return;
    this.explain(names);
    this.plot ??= this.makePlot();
    this.plot.draw(figured);
    this.fill();
  }

  private makePlot(): Plot {
    const { lines, unit, height } = this.spec;
    const onCursor = (index: number | null) =>
      setText(this.readout, index === null || !this.shown ? '' : this.shown.at(index));
    return new Plot(this.host, { lines, unit, height, syncKey: 'shipit', onCursor });
  }

  private explain(names: readonly string[]): void {
    if (this.legend.dataset.names === names.join(' ')) return;
    this.legend.dataset.names = names.join(' ');
    const items = this.spec.lines.map(
      (line, index): Child =>
        el(
          'li',
          { class: `key ${line.colour.slice(2)}` },
          el('span', { class: line.isDashed ? 'sample dashed' : 'sample', 'aria-hidden': 'true' }),
          names[index] ?? '',
          line.bounds
            ? el(
                'span',
                { class: 'muted' },
                line.isDashed ? ' (hatched: between these bounds)' : ' (shaded: between these bounds)',
              )
            : null,
        ),
    );
    this.legend.replaceChildren(...items.filter((item) => item !== null));
  }

  private fill(): void {
    if (!this.table.open || !this.shown) return;
    const rows = this.shown.rows().slice(0, mostRows);
    this.body.replaceChildren(
      ...rows.map(([first = '', ...rest]) =>
        el('tr', {}, el('th', { scope: 'row' }, first), ...rest.map((cell) => el('td', {}, cell))),
      ),
    );
  }
}
