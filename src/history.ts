/** What was released: by whom, from where, of which commit, how it ended. Reads journals, and never asks about functions. */
import type { FunctionSpec, Project } from './config/project';
import { selectFunctions } from './config/select';
import { ShipitError } from './core/errors';
import type { Event, EventOf } from './core/events';
import type { Ports } from './core/ports';
import type { ReleaseStory } from './core/told';
import { mayBeRelease, releasesEndingIn, theRelease } from './release/find';
import { storyOf } from './release/history';
import { storiesOf } from './release/stories';

export interface HistoryRequest {
  readonly project: Pick<Project, 'functions' | 'stage'>;
  /** Functions by key or glob, or one release by the end of its id; none for all that is kept. */
  readonly words: readonly string[];
  readonly limit: number;
}

type HistoryPorts = Pick<Ports, 'journal' | 'clock' | 'report'>;
type Reading = EventOf<'history.read'>;

export interface Told {
  readonly event: Reading;
  /** Of the one release that was asked for; null for a list. */
  readonly journal: readonly Event[] | null;
  /** Why its end may not stand in its journal; null when it does, and for a list. */
  readonly elsewhere: string | null;
}

export async function history(ports: HistoryPorts, request: HistoryRequest): Promise<Told> {
  const ids = await ports.journal.releases();
  const asked = releaseAskedFor(request, ids);
  const journal = asked === null ? null : await ports.journal.read(asked);
  const told =
    asked === null || journal === null
      ? { releases: await list(ports, request, ids) }
      : { releases: [one(asked, journal)], release: asked };
  const at = ports.clock.nowMs();
  const releases = told.releases.map((story) => asOf(story, at));
  const event: Reading = { v: 1, type: 'history.read', at, ...told, releases };
  ports.report.tell(event);
  const [first] = releases;
  const elsewhere = journal !== null && first && isPast(first, at) ? first.because : null;
  return { event, journal, elsewhere };
}

/** Whoever went on with it, or took it back, may have done so on another machine, which has the rest of its journal. */
function asOf(story: ReleaseStory, nowMs: number): ReleaseStory {
  const { leftUntilMs, because } = story;
  if (leftUntilMs === undefined) return story;
  const until = `${new Date(leftUntilMs).toISOString().slice(0, 19)}Z`;
  if (!isPast(story, nowMs)) {
    const reasons = [because, `kept until ${until}`].filter((reason) => reason !== '');
    return { ...story, because: reasons.join('; ') };
  }
  return {
    ...story,
    because: `left for a person until ${until}; what became of it is not in this journal (\`shipit status\` shows where the aliases stand)`,
  };
}

const isPast = ({ leftUntilMs }: ReleaseStory, nowMs: number): boolean =>
  leftUntilMs !== undefined && leftUntilMs <= nowMs;

/** A word that names a function is one, whatever else it may be. */
function releaseAskedFor({ project, words }: HistoryRequest, ids: readonly string[]): string | null {
  const [word, another] = words;
  if (word === undefined || another !== undefined || !mayBeRelease(word)) return null;
  const isFunction = project.functions.some(({ key, name }) => key === word || name === word);
  return isFunction || releasesEndingIn(ids, word).length === 0 ? null : theRelease(ids, word);
}

/** With what was planned, for which a list has no room. */
function one(id: string, journal: readonly Event[]): ReleaseStory {
  if (journal.length === 0) throw new ShipitError('unknownRelease', `nothing is kept of release ${id}`);
  const made = journal.findLast((event) => event.type === 'plan.made');
  if (made === undefined) return { ...storyOf(id, journal), plan: null };
  const { v: _, type: __, at: ___, ...plan } = made;
  return { ...storyOf(id, journal), plan };
}

async function list(
  ports: HistoryPorts,
  request: HistoryRequest,
  ids: readonly string[],
): Promise<ReleaseStory[]> {
  const wanted = wantedOf(request);
  const found: ReleaseStory[] = [];
  for await (const { story, error } of storiesOf(ports.journal, ids)) {
    if (found.length >= request.limit) break;
    if (error !== null) warn(ports, error);
    if (story !== null && (wanted === null || tellsOf(story, wanted))) found.push(story);
  }
  return found;
}

function warn({ report, clock }: HistoryPorts, { message, hint }: ShipitError): void {
  report.tell({ v: 1, type: 'warning', at: clock.nowMs(), message, hint });
}

/** Null for whatever is kept: also of functions that are in the file no more. */
function wantedOf({ project, words }: HistoryRequest): readonly FunctionSpec[] | null {
  if (words.length === 0) return project.stage === null ? null : project.functions;
  try {
    return selectFunctions(project, words);
  } catch (error) {
    const [word = '', another] = words;
    if (!ShipitError.is(error, 'unknownFunction') || another !== undefined || !mayBeRelease(word))
      throw error;
    throw new ShipitError(
      'unknownRelease',
      `${word} is no release that is kept, and no function of the project`,
    );
  }
}

/** Functions are known by what they are called at AWS: another stage has the same keys. */
const tellsOf = ({ functions }: ReleaseStory, wanted: readonly FunctionSpec[]): boolean =>
  functions.some(({ name, alias }) => wanted.some((spec) => spec.name === name && spec.alias === alias));
