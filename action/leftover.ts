/** What a step that was killed left, from what it told and from where the aliases stand. */
import type { Row } from '../src/ui/standing';
import { typedOf } from './inputs';
import type { Started } from './state';
import { nothingTold, type Told } from './told';

/** Rows that wait for a person on purpose have nobody who drives them. */
const isMoving = ({ state, wish }: Row): boolean => state === 'rollingOut' && wish !== 'held';

/**
 * A function of a release that the step drove and that is still under way, by the record of its alias; null when there is none.
 * One is enough: a rollback covers its release. What somebody else has taken over since is theirs.
 */
export function leftOf(told: Told, rows: readonly Row[], actor: string): Row | null {
  const moving = rows.filter(isMoving);
  for (const { release, by, isOver } of told.driven) {
    const own = moving.find((row) => row.release === release && isBy(row, by));
    if (!isOver && own) return own;
  }
  const ofRun = moving.filter((row) => isOfRun(row, actor));
  // Of a step that told nothing, only the run is known: whatever the run has under way there is taken for its release.
  if (isSilent(told)) return ofRun[0] ?? null;
  return ofRun.find((row) => isClaimed(told, row)) ?? null;
}

/**
 * Killed between its first write and its first word: no traffic has moved, and nobody else may begin until it is given back. The
 * log does not name the release yet, so the run has to be the same.
 */
function isClaimed({ view: { plan }, driven }: Told, { key, phase }: Row): boolean {
  const planned = plan?.functions.some((one) => one.key === key && one.action !== 'none') ?? false;
  return planned && phase === 'claim' && driven.every(({ isOver }) => isOver);
}

/** A record has room for the beginning of a name. */
const isBy = ({ by }: Row, name: string): boolean =>
  by !== null && name.replace(/[^\x21-\x7e]|[|=]/g, '_').startsWith(by);

/** The login behind the run may be cut, and may be that of a hundred other runs: the run alone says whose it is. */
function isOfRun({ by }: Row, actor: string): boolean {
  const run = /^run-\d+@/.exec(actor)?.[0];
  return run !== undefined && by?.startsWith(run) === true;
}

/** A log that is empty or gone (a full disk, a file that a later step took away) is no sign that nothing was done. */
const isSilent = (told: Told): boolean => told === nothingTold;

/** Functions that are worth a look: those that the plan changes, else those that were asked for; none means all. */
export function keysOf({ argv }: Started, told: Told): string[] {
  const { plan, functions } = told.view;
  if (isSilent(told)) {
    const end = argv.findIndex((word, at) => at > 0 && word.startsWith('-'));
    return argv.slice(1, end < 0 ? argv.length : end);
  }
  return plan
    ? plan.functions.filter(({ action }) => action !== 'none').map(({ key }) => key)
    : [...functions.keys()];
}

/** Commands that may drive a release. */
const drivers = ['deploy', 'approve', 'promote', 'attach', 'abort'];

export const mayHaveLeft = ({ argv }: Started, told: Told): boolean =>
  drivers.includes(argv[0] ?? '') && (isSilent(told) || told.view.plan !== null || told.driven.length > 0);

/** The flags by which the step meant its project and place, for commands about the same. */
export function whereabouts({ argv }: Started, { view: { asked } }: Told): string[] {
  const typed = names.flatMap((name) => {
    const value = typedOf(argv, name);
    return value === null ? [] : [`--${name}=${value}`];
  });
  // A plan that was kept names its stage and alias itself.
  const kept = ['stage', 'alias'] as const;
  const planned = kept.flatMap((name) =>
    typedOf(argv, name) === null && asked?.[name] ? [`--${name}=${asked[name]}`] : [],
  );
  return [...typed, ...planned, ...(argv.includes('--local') ? ['--local'] : [])];
}

const names = ['config', 'stage', 'region', 'profile', 'alias', 'port', 'speed'];
