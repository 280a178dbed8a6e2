/** A whole play as lines, and their digest: the same seed gives the same lines, to the last digit. */
import { createHash } from 'node:crypto';
import type { Play } from './play';

export function linesOf({ world, cast, outcomes }: Play): string[] {
  const { startMs } = world.scheduler;
  const rows: (readonly [atMs: number, text: string])[] = [];
  for (const { atMs, by, key, after } of world.history)
    rows.push([atMs, `${by} WROTE ${key}: ${after ? described(after) : 'deleted'}`]);
  for (const { atMs, by, what } of world.changes) rows.push([atMs, `${by} DID ${what}`]);
  for (const { name, process, trace } of cast) {
    for (const { atMs, event } of trace.events) rows.push([atMs, `${name} told ${JSON.stringify(event)}`]);
    for (const { atMs, key, target, onRevision } of trace.issued)
      rows.push([atMs, `${name} sends ${key}: ${described(target)} on ${onRevision}`]);
    for (const { atMs, wrong } of trace.readings)
      rows.push([atMs, `${name} read alarms: ${wrong || 'clear'}`]);
    for (const { fromMs, untilMs } of process.freezes)
      rows.push([fromMs, `${name} FREEZES until ${(untilMs - startMs) / 1000}`]);
    if (process.diedMs !== null) rows.push([process.diedMs, `${name} DIED`]);
  }
  const ends = [...outcomes].map(([name, outcome]) => `${name} ended ${outcome}`);
  return [
    ...rows
      .sort(([one], [other]) => one - other)
      .map(([atMs, text]) => `${((atMs - startMs) / 1000).toFixed(3)} ${text}`),
    ...ends,
  ];
}

export const digestOf = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');

interface Described {
  readonly version: string;
  readonly additional: { readonly version: string; readonly weight: number } | null;
  readonly description: string;
  readonly revisionId?: string;
}

const described = ({ version, additional, description, revisionId = '' }: Described): string =>
  `${version}${additional ? ` and ${additional.weight}% on ${additional.version}` : ''} ${revisionId} "${description}"`;
