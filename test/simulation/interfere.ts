/** What others do to a release: strangers in the console, people with wishes, and time itself. */
import type { Percent } from '../../src/core/values';
import { askFor } from './ask';
import { aliasKey, baselineOf, functionName } from './release';
import type { Scene } from './scene';
import type { Trouble } from './script';
import type { Stage } from './stage';

export function carryOutTrouble(stage: Stage, trouble: Trouble): void {
  const { scene, owner } = stage;
  switch (trouble.kind) {
    case 'crash':
      stage.ownerDied();
      break;
    case 'abort':
      stage.abort();
      break;
    case 'hand':
      stage.goBack(stage.named('rescuer'));
      break;
    case 'rival':
      stage.deploy(stage.named('rival'), 'rival');
      break;
    case 'freeze':
      owner?.process.freeze(trouble.forMs);
      break;
    case 'jump':
      if (owner) owner.process.wallOffsetMs += trouble.byMs;
      break;
    case 'wish':
      stage.start(stage.named('asker'), 'asker', (actor) => askFor(actor, scene, trouble.what));
      break;
    default:
      touch(scene, trouble);
  }
}

/** Somebody in the console, who knows no revisions. */
function touch(scene: Scene, trouble: Trouble): void {
  const { world, release } = scene;
  const [first] = release.members.filter(({ isNew }) => !isNew);
  const key = first ? aliasKey(first.key) : '';
  const name = first ? functionName(first.key) : '';
  const found = world.functions.get(name);
  if (!found) return;
  const base = Number(baselineOf(release));
  const nowMs = world.scheduler.nowMs();
  if (trouble.kind === 'foreign') rewrite(scene, key, trouble);
  if (trouble.kind === 'busy') world.setFunction(name, { ...found, busyUntilMs: nowMs + trouble.forMs });
  if (trouble.kind === 'deleteAlias') world.removeAlias(key, 'foreign');
  if (trouble.kind === 'deleteBaseline') removeVersion(scene, name, String(base));
  if (trouble.kind === 'deleteCandidate') removeVersion(scene, name, String(base + 1));
}

function rewrite(
  { world, release }: Scene,
  key: string,
  { wipes, moves }: Extract<Trouble, { readonly kind: 'foreign' }>,
): void {
  const state = world.aliases.get(key);
  if (!state) return;
  const versions = world.functions.get(key.split(':')[0] ?? '')?.versions ?? [];
  const version = baselineOf(release);
  const other = versions.findLast((one) => one.version !== version)?.version;
  if (!versions.some((one) => one.version === version)) return;
  const split = other === undefined ? null : { version: other, weight: 33 as Percent };
  const moved = { version, additional: moves === 'split' ? split : null };
  const description = wipes ? '' : state.description;
  world.writeAlias(key, moves === 'no' ? { ...state, description } : { ...moved, description }, {
    by: 'foreign',
    revisionId: null,
  });
}

/** As AWS does it: not while an alias names it. */
function removeVersion({ world }: Scene, name: string, version: string): void {
  const isNamed = world
    .aliasesOf(name)
    .some((alias) => alias.version === version || alias.additional?.version === version);
  const found = world.functions.get(name);
  if (isNamed || !found) return;
  world.setFunction(name, { ...found, versions: found.versions.filter((one) => one.version !== version) });
  world.changes.push({ atMs: world.scheduler.nowMs(), by: 'foreign', what: `remove ${name}:${version}` });
}
