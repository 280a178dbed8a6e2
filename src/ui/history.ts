/** The text of `shipit history`: one line a release, or all that is known of one. */
import type { EventOf } from '../core/events';
import type { FunctionStory, ReleaseStory } from '../core/told';
import { outcomeWords, show } from './show';
import type { Line, Tone } from './style';
import { table } from './tables';

type Reading = EventOf<'history.read'>;

export function historyText({ releases, release, at }: Reading): Line[] {
  const [only] = releases;
  if (release !== undefined && only) return storyText(only, at);
  if (!only) return ['No release is kept here.'];
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

function storyText(story: ReleaseStory, nowMs: number): Line[] {
  const { release, startedMs, endedMs, by, from, commit, because, functions, marks } = story;
  const took = endedMs === null ? '' : `${show.day(endedMs)}, after ${show.time(endedMs - startedMs)}`;
  const facts: [string, string | null][] = [
    ['started', `${show.day(startedMs)}, ${show.time(nowMs - startedMs)} ago`],
    ['by', by],
    ['from', from],
    ['commit', commit],
    ['ended', took || null],
    ['because', because || null],
  ];
  return [
    [{ tone: 'strong', text: `release ${release}` }, '  ', { tone: toneOf(story), text: outcomeOf(story) }],
    ...facts.flatMap(([name, value]) => (value === null ? [] : [`  ${name.padEnd(8)}${oneLine(value)}`])),
    ...(functions.length === 0 ? [] : ['', ...functionTable(functions)]),
    ...weightLines(functions),
    ...(marks.length === 0 ? [] : ['', ...marks.map(({ at, text }) => `${show.clock(at)} ${oneLine(text)}`)]),
  ];
}

function functionTable(functions: readonly FunctionStory[]): Line[] {
  const columns = ['FUNCTION', 'ALIAS', 'VERSIONS', 'OUTCOME', 'WHY'];
  const rows = functions.map((one) => [
    one.key,
    `${one.name}:${one.alias}`,
    versionsOf(one),
    one.outcome === null ? notEnded : outcomeWords[one.outcome],
    one.because,
  ]);
  return table(
    columns.map((title) => ({ title, align: 'left' as const })),
    rows.map((row) => row.map(oneLine)),
  );
}

/** Functions that moved together moved at almost the same moment, and are still told one by one: each has its own alias. */
function weightLines(functions: readonly FunctionStory[]): Line[] {
  const moved = functions.filter(({ weights }) => weights.length > 0);
  const lines = moved.map(
    ({ key, weights }) =>
      `${key}: ${weights.map(({ at, weight }) => `${weight}% at ${show.clock(at)}`).join(', ')}`,
  );
  return lines.length === 0 ? [] : ['', ...lines];
}

const notEnded = 'not ended';

const outcomeOf = ({ outcome }: ReleaseStory): string =>
  outcome === null ? notEnded : outcomeWords[outcome];

function toneOf({ outcome }: ReleaseStory): Tone {
  if (outcome === 'promoted' || outcome === 'unchanged') return 'good';
  return outcome === null || outcome === 'waiting' ? 'warn' : 'bad';
}

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
