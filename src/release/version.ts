/** One function's candidate: the version that is there already, or a new one; tested with its own sample events. */
import type { ArtifactPlace } from '../config/code';
import type { Source } from '../core/built';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { FunctionConfig } from '../core/function';
import { lastingFor } from '../core/lasting';
import type { Ports } from '../core/ports';
import { Stamp } from '../core/stamp';
import type { FunctionPlan } from '../plan/plan';
import { deliver } from './deliver';
import { smokeTest } from './hooks/smoke';
import { publish } from './publish';
import type { ImagePlace } from './push';
import { waitForVersion } from './ready';
import { creationTags, keepBefore } from './upkeep';

export interface VersionWork {
  readonly release: string;
  readonly source: Source;
  readonly tell: (event: Event) => Promise<void>;
  /** Where code goes that is signed, or too large for a call. */
  readonly artifacts: ArtifactPlace;
  /** What images are tagged with, and repositories that are made for them. */
  readonly images: Pick<ImagePlace, 'commit' | 'tags'>;
  /** Ctrl-C: ends the waits. */
  readonly stop: AbortSignal;
  /** ARNs of layers that were published in this release, by the `<arn>:new` of the plan. */
  readonly layers: ReadonlyMap<string, string>;
  /** Names of roles that were made or changed in this release. */
  readonly freshRoles: ReadonlySet<string>;
}

/** `smokeFailed` when it fails on a sample event; no alias was moved then. */
export async function makeVersion(ports: Ports, planned: FunctionPlan, work: VersionWork): Promise<string> {
  const { key, name } = planned.spec;
  const lasting = lastingFor({ clock: ports.clock, tell: work.tell, key });
  const waiting = { ...ports, stop: work.stop, lasting };
  if (planned.reuse !== null) await waitForVersion(waiting, name, planned.reuse);
  const version = planned.reuse ?? (await publishNew(ports, planned, work));
  const { digest } = planned;
  const reused = planned.reuse !== null;
  await work.tell({ v: 1, type: 'version.published', at: ports.clock.nowMs(), key, version, digest, reused });
  await lasting(`version ${version} to answer its test events`, () =>
    testAll(ports, { spec: planned.spec, version, tell: work.tell }),
  );
  return version;
}

interface Tested extends Pick<VersionWork, 'tell'> {
  readonly spec: FunctionPlan['spec'];
  readonly version: string;
}

async function testAll(ports: Ports, { spec, version, tell }: Tested): Promise<void> {
  for await (const event of smokeTest(ports, spec, version)) {
    await tell(event);
    if (event.ok) continue;
    throw new ShipitError(
      'smokeFailed',
      `${spec.key} version ${version} failed on ${event.sample}: ${event.because}`,
    );
  }
}

async function publishNew(ports: Ports, planned: FunctionPlan, work: VersionWork): Promise<string> {
  const { spec, artifact, live, config, digest } = planned;
  if (!artifact?.code) throw new RangeError(`${spec.key} has no code to publish`);
  const { artifacts: place, tell, stop } = work;
  const images = imagePlace(planned, work);
  const lasting = lastingFor({ clock: ports.clock, tell, key: spec.key });
  const delivered = await deliver(ports, { key: spec.key, artifact, place, images, tell, stop });
  const made = await publish(
    { functions: ports.functions, versions: ports.versions, clock: ports.clock, stop, lasting },
    {
      functionName: spec.name,
      ...delivered,
      config: withLayers(config, work.layers),
      declared: Object.keys(spec.config) as (keyof FunctionConfig)[],
      tags: creationTags(planned),
      codeSigning: spec.settings.codeSigning ?? null,
      description: spec.config.description === undefined ? stampOf(work, digest) : null,
      freshRole: work.freshRoles.has(roleName(config)),
      whenMade: () => keepBefore(ports, planned),
    },
    live.latest,
  );
  const at = ports.clock.nowMs();
  for (const what of made.did) await work.tell({ v: 1, type: 'function.changed', at, key: spec.key, what });
  return made.version;
}

/** Release, commit and code of a version that has no description of its own. */
const stampOf = ({ release, source }: VersionWork, digest: FunctionPlan['digest']): string =>
  Stamp.format({ release, ...source, digest });
function imagePlace({ spec }: FunctionPlan, { images, stop }: VersionWork): ImagePlace | null {
  if (spec.ecr === null) return null;
  const tags = { ...spec.settings.tags, ...images.tags };
  return { ecr: spec.ecr, functionName: spec.name, commit: images.commit, tags, stop };
}

function withLayers(
  config: Partial<FunctionConfig>,
  published: VersionWork['layers'],
): Partial<FunctionConfig> {
  if (config.layers === undefined) return config;
  return { ...config, layers: config.layers.map((arn) => published.get(arn) ?? arn) };
}

const roleName = ({ role = '' }: Partial<FunctionConfig>): string => role.slice(role.lastIndexOf('/') + 1);
