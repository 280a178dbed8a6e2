/** Whether the journals account for every write of an alias that AWS accepted. */
import type { Event } from '../../src/core/events';
import { Record } from '../../src/core/record';
import type { AliasWrite } from './kill-relay';
import type { KillWorld } from './kill-world';

interface Asked {
  /** Of the process that was killed. */
  readonly own: readonly AliasWrite[];
  readonly writes: readonly AliasWrite[];
  /** Whether its journal must have a last word. */
  readonly ended: boolean;
}

export interface Accounted {
  readonly found: number;
  readonly lacking: number;
  readonly violations: readonly string[];
}

/** A write is told by whoever made it, once; or by whoever found it after its writer had died. */
export async function accounts(world: KillWorld, { own, writes, ended }: Asked): Promise<Accounted> {
  const events = await world.kept();
  const team = await world.keptByTeam();
  const [told, toldTeam, found] = [toldIn(events), toldIn(team), foundIn([...events, ...team])];
  const violations = writes.flatMap((write) => {
    const times = told.get(write.to) ?? 0;
    if (times > 1) return [`the journal has ${nameOf(write)} ${times} times`];
    return times === 1 || toldTeam.has(write.to) || found.has(write.to)
      ? []
      : [`the journal lacks ${nameOf(write)}`];
  });
  const release = releaseOf(own.at(-1));
  const isFinished = events.some(
    (event) => event.type === 'release.finished' && event.release === release && release !== null,
  );
  return {
    found: writes.filter(({ to }) => !told.has(to) && !toldTeam.has(to)).length,
    lacking: world.shared ? writes.filter(({ to }) => !toldTeam.has(to) && !foundIn(team).has(to)).length : 0,
    violations: ended && !isFinished ? [...violations, `release ${release} has no last word`] : violations,
  };
}

function toldIn(events: readonly Event[]): Map<string, number> {
  const told = new Map<string, number>();
  for (const event of events)
    if (event.type === 'alias.written') told.set(event.toRevision, (told.get(event.toRevision) ?? 0) + 1);
  return told;
}

function foundIn(events: readonly Event[]): Set<string> {
  return new Set(
    events.flatMap((event) =>
      event.type === 'release.takenOver' ? (event.found ?? []).map(({ revision }) => revision) : [],
    ),
  );
}

const nameOf = ({ name, to, description }: AliasWrite): string =>
  `${to} of ${name} (${description.slice(0, 120)})`;

function releaseOf(write: AliasWrite | undefined): string | null {
  const parsed = Record.parse(write?.description ?? '');
  return parsed.kind === 'open' || parsed.kind === 'done' ? parsed.record.release : null;
}
