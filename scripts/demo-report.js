/** What the journal of a release says, as a row a function for the table at the end of the demo. */

/** @typedef {import('../src/core/events').Event} Event */
/** @typedef {{ outcome: string | null, rows: string[][], reasons: string[] }} Report */

/**
 * @template {Event['type']} T
 * @param {readonly Event[]} events @param {T} type
 * @returns {import('../src/core/events').EventOf<T>[]}
 */
function ofType(events, type) {
  return /** @type {any[]} */ (events.filter((event) => event.type === type));
}

/** @param {readonly Event[]} events of one release, oldest first @returns {Report} */
function reportOf(events) {
  const finished = ofType(events, 'release.finished').at(-1);
  const moved = finished?.functions.filter(({ outcome }) => outcome !== 'unchanged') ?? [];
  const rows = moved.map(({ key, candidate, outcome }) => {
    const { requests, errors } = triedOf(events, key);
    const counts = requests === null ? ['-', '-'] : [String(requests), String(errors)];
    return [key, candidate ?? '-', weightsOf(events, key), ...counts, deciderOf(events, outcome), outcome];
  });
  const reasons = moved.map(({ key, candidate, because }) => `${key} version ${candidate}: ${because}`);
  return { outcome: finished?.outcome ?? null, rows, reasons };
}

/** How long the candidate had which share: `10% for 5m, 100%`. @param {readonly Event[]} events @param {string} key */
function weightsOf(events, key) {
  const written = ofType(events, 'alias.written').filter(
    (event) => event.key === key && event.phase !== 'claim',
  );
  const moves = written.filter((event, index) => event.weight !== (written[index - 1]?.weight ?? 0));
  if (moves.length === 0) return '100%';
  return moves
    .map(({ weight, at }, index) => {
      const next = moves[index + 1];
      return next ? `${weight}% for ${timeOf(next.at - at)}` : `${weight}%`;
    })
    .join(', ');
}

/** @param {number} ms */
function timeOf(ms) {
  const seconds = Math.round(ms / 1000);
  const parts = [`${Math.floor(seconds / 60)}m`, `${seconds % 60}s`].filter((part) => !/^0/.test(part));
  return parts.join('') || '0s';
}

/** What the candidate answered while it was on trial: the last reading of each step below 100 %. */
function triedOf(/** @type {readonly Event[]} */ events, /** @type {string} */ key) {
  /** @type {Map<number, { requests: number, errors: number }>} */
  const steps = new Map();
  for (const { step, weight, functions } of ofType(events, 'rollout.observed')) {
    const counts = functions.find((one) => one.key === key);
    if (counts && weight > 0 && weight < 100) steps.set(step, counts.candidate);
  }
  if (steps.size === 0) return { requests: null, errors: null };
  const sum = (/** @type {'requests' | 'errors'} */ what) =>
    [...steps.values()].reduce((total, counts) => total + counts[what], 0);
  return { requests: sum('requests'), errors: sum('errors') };
}

/** @param {readonly Event[]} events @param {string} outcome */
function deciderOf(events, outcome) {
  const last = ofType(events, 'rollout.observed').at(-1);
  if (!last) return 'nobody: no version served before';
  const firing = last.alarms.filter(({ state }) => state === 'ALARM').map(({ name }) => `alarm ${name}`);
  if (outcome === 'promoted') return last.alarms.length > 0 ? 'alarms and guard' : 'the guard';
  return last.verdict === 'fail' ? firing.join(', ') || 'the guard' : 'not the evidence';
}

const titles = ['FUNCTION', 'VERSION', 'ITS SHARE OVER TIME', 'REQUESTS', 'FAILED', 'DECIDED BY', 'OUTCOME'];
const numbers = new Set(['REQUESTS', 'FAILED']);

/** @param {readonly Report[]} reports @returns {string[]} lines */
function tableOf(reports) {
  const rows = [titles, ...reports.flatMap((report) => report.rows)];
  const widths = titles.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return numbers.has(titles[at] ?? '') ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', ...reports.flatMap((report) => report.reasons)];
}

module.exports = { reportOf, tableOf };
