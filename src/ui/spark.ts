/** How the candidate fared from look to look, as one line of small bars. */
import { show } from './show';
import type { FunctionView, Point } from './view';

const bars = {
  unicode: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  ascii: ['_', '.', '-', '=', '+', '*', '%', '#'],
};
/** One look is no course. */
const fewestCells = 2;

interface Look {
  readonly requests: number;
  readonly errors: number;
  /** Since the look before; null for the first. */
  readonly tookMs: number | null;
}

/**
 * Its error rate, or its requests while none has failed, the newest on the right; the words say which of both, and how high
 * the highest bar is. Null before there is a course.
 */
export function sparkline({ points }: FunctionView, columns: number, unicode: boolean): string | null {
  const looks = gather(points.map(lookAt), columns);
  const failed = looks.some(({ errors }) => errors > 0);
  const values = looks.map(failed ? rateOf : perSecond);
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  if (values.filter((value) => value !== null).length < fewestCells || most === 0) return null;
  const glyphs = unicode ? bars.unicode : bars.ascii;
  const cells = values.map((value) => (value === null ? ' ' : (glyphs[levelOf(value / most)] ?? ' ')));
  const top = failed ? show.share(most) : `${show.few(most)}/s`;
  return `${failed ? 'errors' : 'requests'} ${cells.join('').trimStart()} up to ${top}`;
}

/** Anything at all stands above nothing. */
const levelOf = (share: number): number => (share <= 0 ? 0 : Math.max(1, Math.round(share * 7)));

const rateOf = ({ requests, errors }: Look): number | null => (requests === 0 ? null : errors / requests);

const perSecond = ({ requests, tookMs }: Look): number | null =>
  tookMs === null || tookMs === 0 ? null : (1000 * requests) / tookMs;

/** Counts are those of the step so far, so that a step begins anew. Late metrics may take some back. */
function lookAt(point: Point, index: number, points: readonly Point[]): Look {
  const { requests, errors } = point.candidate;
  const before = points[index - 1];
  const tookMs = before ? point.atMs - before.atMs : null;
  if (!before || before.step !== point.step) return { requests, errors, tookMs };
  return {
    requests: Math.max(0, requests - before.candidate.requests),
    errors: Math.max(0, errors - before.candidate.errors),
    tookMs,
  };
}

/** Neighbours share a cell when there are more looks than cells. */
function gather(looks: readonly Look[], columns: number): Look[] {
  const each = Math.max(1, Math.ceil(looks.length / Math.max(1, columns)));
  const cells = Math.ceil(looks.length / each);
  return Array.from({ length: cells }, (_, cell) =>
    looks.slice(cell * each, (cell + 1) * each).reduce((sum, look) => ({
      requests: sum.requests + look.requests,
      errors: sum.errors + look.errors,
      tookMs: look.tookMs === null ? sum.tookMs : (sum.tookMs ?? 0) + look.tookMs,
    })),
  );
}
