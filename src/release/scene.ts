/** What is known of a release from what it has told so far: single events do not say it all. Pure. */
import type { Event, EventOf } from '../core/events';
import type { AskedRelease, Whereabouts } from '../core/told';

export interface Scene {
  readonly project: string;
  readonly stage: string | null;
  readonly release: string;
  /** Who began it, or took it over; null while nobody said. */
  readonly by: string | null;
  readonly commit: string | null;
  /** The flags by which this release is meant here, and how it was asked for; null while nobody said. */
  readonly where: Whereabouts | null;
  readonly asked: AskedRelease | null;
  readonly functions: readonly Cast[];
}

/** A function that takes part. */
export interface Cast {
  readonly key: string;
  readonly name: string;
  readonly alias: string;
  readonly baseline: string | null;
  readonly candidate: string | null;
}

export const opening = (of: Pick<Scene, 'project' | 'stage' | 'release'>): Scene => ({
  ...of,
  by: null,
  commit: null,
  where: null,
  asked: null,
  functions: [],
});

export function learn(scene: Scene, event: Event): Scene {
  switch (event.type) {
    case 'release.started':
      return begin(scene, event);
    case 'release.takenOver':
      return { ...scene, by: event.by, where: event.where ?? scene.where };
    case 'control.sent':
      return { ...scene, where: event.where ?? scene.where };
    case 'version.published':
      return { ...scene, functions: withVersion(scene.functions, event) };
    case 'alias.written':
      return { ...scene, functions: withAlias(scene.functions, event) };
    default:
      return scene;
  }
}

function begin(scene: Scene, event: EventOf<'release.started'>): Scene {
  const functions = event.functions.map(({ key, name, alias }) => {
    const known = scene.functions.find((each) => each.key === key);
    return { key, name, alias, baseline: known?.baseline ?? null, candidate: known?.candidate ?? null };
  });
  return {
    ...scene,
    by: event.by,
    commit: event.commit ?? null,
    where: event.asked ?? scene.where,
    asked: event.asked ?? null,
    functions,
  };
}

const withVersion = (cast: readonly Cast[], { key, version }: EventOf<'version.published'>): Cast[] =>
  cast.map((each) => (each.key === key ? { ...each, candidate: version } : each));

/** Also one that nobody has named before: whoever takes a release over hears nothing of its beginning. */
function withAlias(cast: readonly Cast[], event: EventOf<'alias.written'>): Cast[] {
  const { key, name, alias, baseline } = event;
  const known = cast.find((each) => each.key === key);
  const now = { key, name, alias, baseline, candidate: event.candidate ?? known?.candidate ?? null };
  return known ? cast.map((each) => (each === known ? now : each)) : [...cast, now];
}
