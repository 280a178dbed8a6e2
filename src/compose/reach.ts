/** AWS, or the local one of a project, as the environment of this process leads there. */
import { join } from 'node:path';
import { type Aws, type AwsOptions, createAws } from '../aws/clients';
import type { Trace } from '../aws/tracer';
import type { OpenedProject } from '../config/open';
import type { Place } from '../config/project';
import { readSeed } from '../config/seed';
import { ShipitError } from '../core/errors';
import type { Clock, Files, Ids, Report, Web } from '../core/ports';
import { createIds } from '../disk/ids';
import type { OpenWorld } from '../local/open';
import { isCi, vouching } from './vouching';
import { type LocalRequest, openWorld, startTraffic, type Traffic } from './world';

const requestTimeoutMs = 10_000;
const localRegion = 'eu-west-1';
/** No secret: the local AWS takes any. */
const localKeys = { accessKeyId: 'local', secretAccessKey: 'local' };

interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly files: Files;
  readonly web: Web;
}

/** AWS, or a local one. */
export interface Reached {
  readonly aws: Aws;
  readonly clock: Clock;
  /** Null for AWS itself. */
  readonly world: OpenWorld | null;
  /** Sends sample events through the aliases until it is stopped; only in a local world. */
  traffic(requests: readonly Traffic[]): Promise<() => void>;
  close(): Promise<void>;
}

/** As much of a project as its local AWS needs. */
interface Home extends Pick<OpenedProject, 'root' | 'local'> {
  readonly place: Pick<Place, 'region'>;
}

interface Connect extends Pick<AwsOptions, 'webIdentity' | 'warn'> {
  readonly region: string | null;
  readonly profile: string | null;
  readonly assumeRole: Place['assumeRole'];
  readonly endpoint: string | null;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  readonly clock: Clock;
}

export class Reach {
  /** The release under way, for the user agent: CloudTrail is a second witness. */
  release: string | null = null;
  /** Who hears of each call to AWS; null for nobody. */
  listener: { readonly tell: Report['tell']; readonly withInputs: boolean } | null = null;

  constructor(private readonly machine: Machine) {}

  /** Nobody hears of a session that was not renewed where there is no report: nothing takes long there. */
  toAws(opened: Pick<OpenedProject, 'place'>, report: Report | null): Reached {
    const { env, clock, web } = this.machine;
    const endpoint = env.AWS_ENDPOINT_URL ?? null;
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
    const keys =
      endpoint !== null && accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null;
    const { profile, assumeRole } = opened.place;
    const place = { region: this.regionOf(opened), profile, assumeRole };
    const webIdentity = vouching(env, web);
    const warn = (message: string, hint: string) =>
      report?.tell({ v: 1, type: 'warning', at: clock.nowMs(), message, hint });
    return {
      aws: this.connect({ ...place, endpoint, credentials: keys, webIdentity, warn, clock }),
      clock,
      world: null,
      traffic: () => Promise.reject(new ShipitError('badFlag', '--traffic is for --local alone')),
      close: async () => {},
    };
  }

  async toLocal(report: Report, opened: Home, request: LocalRequest) {
    const { env, clock, ids, files } = this.machine;
    const region = this.regionOf(opened) ?? localRegion;
    const seedAlarms = await readSeed(files, opened, process.cwd());
    const folder = join(opened.root, '.shipit', 'local');
    const world = await openWorld({ ...request, folder, region, seedAlarms }, { ids, env, clock });
    const place = { region, profile: null, assumeRole: null, webIdentity: null, warn: () => {} };
    const { endpoint } = world;
    const said = (because: string) =>
      report.tell({ v: 1, type: 'local.slowed', at: world.clock.nowMs(), because });
    return {
      aws: this.connect({ ...place, endpoint, credentials: localKeys, clock: world.clock }),
      clock: world.clock,
      world,
      traffic: (requests: readonly Traffic[]) => startTraffic({ world, files, clock }, requests, said),
      close: () => world.close(),
    };
  }

  private regionOf({ place }: { place: Pick<Place, 'region'> }): string | null {
    const { env } = this.machine;
    return place.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? null;
  }

  private connect(request: Connect): Aws {
    // The SDK would otherwise print on standard error which versions of Node it will stop to support.
    const { env } = this.machine;
    env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
    // Some tools have another name for the end of the session that they give; the SDK knows this one alone.
    if (env.AWS_SESSION_EXPIRATION) env.AWS_CREDENTIAL_EXPIRATION ??= env.AWS_SESSION_EXPIRATION;
    return createAws({
      ...request,
      inCi: isCi(env),
      requestTimeoutMs,
      release: () => this.release,
      trace: this.traceAt(request.clock),
      ids: createIds(request.clock),
    });
  }

  /** Told in the time of the world at hand; how long it took is real time. */
  private traceAt(clock: Clock): Trace | null {
    const { listener, machine } = this;
    if (!listener) return null;
    return {
      monotonicMs: () => machine.clock.monotonicMs(),
      withInputs: listener.withInputs,
      tell: (call) => listener.tell({ v: 1, type: 'aws.called', at: clock.nowMs(), ...call }),
    };
  }
}
