/** `rollback --to` a release or a commit: which version each function had then, by what the journals say. */
import type { FunctionSpec } from '../config/project';
import { ShipitError } from '../core/errors';
import type { Outcome } from '../core/outcome';
import type { Journal } from '../core/ports';
import type { FunctionStory, ReleaseStory } from '../core/told';
import { releasesEndingIn, severalFor } from './find';
import { storiesOf } from './stories';

interface Wish {
  /** End of a release's id, or beginning of a commit. */
  readonly text: string;
  readonly all: readonly FunctionSpec[];
  /** Empty for all that were released then. */
  readonly named: readonly FunctionSpec[];
}

/** Version by function key. `unknownRelease` when nothing or several things are meant, `nothingToRollBackTo` when it was not promoted. */
export async function destinationsOf(journal: Journal, wish: Wish): Promise<ReadonlyMap<string, string>> {
  const ids = await journal.releases();
  const good = promotedOf(wish.text, await meantBy(journal, ids, wish.text));
  const wanted = wish.named.length > 0 ? wish.named : wish.all;
  const found = new Map(wanted.flatMap((spec) => entryOf(good, spec)));
  const missing = wish.named.filter(({ key }) => !found.has(key));
  const [newest] = good;
  const before = missing.length === 0 ? [] : ids.filter((id) => id < (newest?.release ?? ''));
  for await (const { story } of storiesOf(journal, before)) {
    if (missing.every(({ key }) => found.has(key))) break;
    if (story?.outcome !== 'promoted') continue;
    for (const spec of missing.filter(({ key }) => !found.has(key)))
      for (const [key, version] of entryOf([story], spec)) found.set(key, version);
  }
  refuseUnlessFound(wish, found);
  return found;
}

/** All releases of the one thing that is meant, newest first: a commit may have been released more than once. */
async function meantBy(journal: Journal, ids: readonly string[], text: string): Promise<ReleaseStory[]> {
  const commits = /^[0-9a-f]{7,64}$/i.test(text) ? await withCommit(journal, ids, text.toLowerCase()) : [];
  const ending = releasesEndingIn(ids, text);
  const meanings = [...ending, ...new Set(commits.map(({ commit }) => commit ?? ''))];
  if (meanings.length > 1) throw severalFor(text, meanings);
  if (commits.length > 0) return commits;
  const found: ReleaseStory[] = [];
  for await (const { story, error } of storiesOf(journal, ending)) {
    if (error !== null) throw error;
    if (story !== null) found.push(story);
  }
  if (found.length > 0) return found;
  throw new ShipitError('unknownRelease', `no release and no commit is known as ${text}`);
}

/** Once it was found, this many more releases are looked at for others that may be meant, or hold more of its functions. */
const further = 40;

async function withCommit(journal: Journal, ids: readonly string[], start: string): Promise<ReleaseStory[]> {
  const found: ReleaseStory[] = [];
  let since = 0;
  for await (const { story } of storiesOf(journal, ids)) {
    if (story?.commit?.startsWith(start)) found.push(story);
    since = found.length > 0 ? since + 1 : 0;
    if (since > further) break;
  }
  return found;
}

function promotedOf(text: string, stories: readonly ReleaseStory[]): ReleaseStory[] {
  const good = stories.filter(({ outcome }) => outcome === 'promoted');
  const [newest] = stories;
  if (good.length > 0 || !newest) return good;
  const { release, outcome, because } = newest;
  const how = outcome === null ? 'has not ended' : ended[outcome];
  const why = because === '' ? '' : ` (${because})`;
  const what = text.toUpperCase() === release ? '' : `${text}: `;
  throw new ShipitError('nothingToRollBackTo', `${what}release ${release.slice(-6)} ${how}${why}`, {
    hint: 'Choose one that was released, as `shipit history` lists them, or name a version: `--to <function>@<version>`.',
  });
}

const ended: Readonly<Record<Outcome, string>> = {
  promoted: 'was released',
  rolledBack: 'was rolled back',
  aborted: 'was aborted',
  lost: 'was lost to another writer',
  stuck: 'is stuck',
  unchanged: 'released nothing',
  refused: 'was refused',
  failed: 'failed',
  waiting: 'waits for a person',
};

/** Functions are known by what they are called at AWS: another stage has the same keys. */
function entryOf(stories: readonly ReleaseStory[], spec: FunctionSpec): [string, string][] {
  const isIt = ({ name, alias, outcome }: FunctionStory) =>
    name === spec.name && alias === spec.alias && outcome === 'promoted';
  for (const { functions } of stories) {
    const own = functions.find(isIt);
    const version = own?.candidate ?? own?.baseline ?? null;
    if (version !== null) return [[spec.key, version]];
  }
  return [];
}

function refuseUnlessFound({ text, named }: Wish, found: ReadonlyMap<string, string>): void {
  const hint = 'Name a function that it released, or --stage if it was that of a stage.';
  const problems = named
    .filter(({ key }) => !found.has(key))
    .map(({ key }) => `${key}: no release up to ${text} is known to have released it`);
  if (found.size === 0 && problems.length === 0) problems.push(`${text} released none of these functions`);
  const [first] = problems;
  if (first !== undefined) throw new ShipitError('nothingToRollBackTo', first, { problems, hint });
}
