/** One function's candidate: the version that is there already, or a new one; tested with its own sample events. */
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Ports } from '../core/ports';
import type { FunctionPlan } from '../plan/plan';
import { publish } from './publish';
import { smokeTest } from './smoke';

export interface VersionWork {
  readonly release: string;
  readonly tell: (event: Event) => Promise<void>;
  /** Ctrl-C: ends the waits. */
  readonly stop: AbortSignal;
}

/** `smokeFailed` when it fails on a sample event; no alias was moved then. */
export async function makeVersion(ports: Ports, planned: FunctionPlan, work: VersionWork): Promise<string> {
  const version = planned.reuse ?? (await publishNew(ports, planned, work));
  const { key } = planned.spec;
  const { digest } = planned.artifact;
  const reused = planned.reuse !== null;
  await work.tell({ v: 1, type: 'version.published', at: ports.clock.nowMs(), key, version, digest, reused });
  for (const event of await smokeTest(ports, planned.spec, version)) {
    await work.tell(event);
    if (event.ok) continue;
    throw new ShipitError(
      'smokeFailed',
      `${key} version ${version} failed on ${event.sample}: ${event.because}`,
    );
  }
  return version;
}

async function publishNew(ports: Ports, planned: FunctionPlan, work: VersionWork): Promise<string> {
  const { spec, artifact, live } = planned;
  const wanted = { functionName: spec.name, zip: artifact.zip, digest: artifact.digest, config: spec.config };
  const { functions, clock } = ports;
  const waiting = { functions, clock, stop: work.stop };
  const made = await publish(waiting, { ...wanted, description: `shipit ${work.release}` }, live.latest);
  const at = clock.nowMs();
  for (const what of made.did) await work.tell({ v: 1, type: 'function.changed', at, key: spec.key, what });
  return made.version;
}
