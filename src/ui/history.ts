/** The text of `shipit history`: one line a release. All that is known of one is told by its report. */
import type { EventOf } from '../core/events';
import type { FunctionStory, ReleaseStory } from '../core/told';
import { outcomeWords, show } from './show';
import type { Line } from './style';
import { table } from './tables';

type Reading = EventOf<'history.read'>;

export function historyText({ releases, release }: Reading): Line[] {
  if (release !== undefined) return [];
  if (releases.length === 0) return ['No release is kept here.'];
  const columns = ['RELEASE', 'STARTED', 'TOOK', 'BY', 'COMMIT', 'OUTCOME', 'VERSIONS', 'WHY'];
  return table(
    columns.map((title) => ({ title, align: 'left' as const })),
    releases.map((story) => rowOf(story)),
  );
}

function rowOf(story: ReleaseStory): string[] {
  const { release, startedMs, endedMs, by, commit, functions } = story;
  return [
    show.release(release),
    show.day(startedMs),
    endedMs === null ? '-' : show.time(endedMs - startedMs),
    by,
    commit === null ? '-' : shortCommit(commit),
    outcomeOf(story),
    few(functions.map((one) => `${one.key} ${versionsOf(one)}`)),
    whyOf(story),
  ].map(oneLine);
}

/** What went well needs no reason. */
function whyOf({ outcome, because, functions }: ReleaseStory): string {
  if (outcome === 'promoted' && !because.includes('by hand')) return '';
  if (outcome !== null || because !== '') return because;
  const standing = functions.flatMap(({ key, weights }) => {
    const last = weights.at(-1);
    return last === undefined ? [] : [`${key} at ${last.weight}%`];
  });
  return standing.length === 0 ? '' : `last seen: ${few(standing)}`;
}

const notEnded = 'not ended';

const outcomeOf = ({ outcome }: ReleaseStory): string =>
  outcome === null ? notEnded : outcomeWords[outcome];

/** `41 -> 42`, `42` for a first version or for settings alone. */
function versionsOf({ baseline, candidate }: FunctionStory): string {
  if (baseline === null || candidate === null) return candidate ?? baseline ?? '-';
  return baseline === candidate ? candidate : `${baseline} -> ${candidate}`;
}

/** More are a number. */
const fewNames = 3;

function few(names: readonly string[]): string {
  const rest = names.length - fewNames;
  return rest <= 0 ? names.join(', ') : `${names.slice(0, fewNames).join(', ')} and ${rest} more`;
}

const shortCommit = (commit: string): string => commit.slice(0, 7);

const oneLine = (text: string): string => text.split('\n').join(' ');
