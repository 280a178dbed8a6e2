/** What would be live after a release, how it is known again, and whether a version is there that already is that. */
import { reportedDigest, type Signing } from '../artifact/signing';
import type { FunctionSpec } from '../config/project';
import { awsDefaults, type FunctionConfig, type PublishedVersion } from '../core/function';
import { normalConfig } from '../core/normal';
import { Digest } from '../core/values';
import { canonical, comparable, declared } from './form';
import { layerArnOf } from './layers';
import type { LayerPlan, Live } from './plan';

/** What the release asks for: bytes, and the declared part of the configuration. */
export interface Request {
  readonly spec: FunctionSpec;
  /** Of what was built. */
  readonly digest: Digest;
  readonly signing?: Signing;
}

/** A version that may not exist yet, whole. */
export interface Wanted {
  /** Of what was built. */
  readonly digest: Digest;
  readonly signing?: Signing;
  /**
   * Partial only while the function does not exist and the project file leaves out what Lambda demands, and without a
   * description that nobody declared: shipit then gives each version its own.
   */
  readonly config: Partial<FunctionConfig>;
}

/** The version that publishing would make: what is declared over $LATEST, because Lambda publishes that. */
export function wantedOf({ spec, digest, signing }: Request, live: Live): Wanted {
  const { description: _, ...base } = live.latest?.config ?? live.serving?.config ?? awsDefaults;
  const packageType = spec.image === null ? ('Zip' as const) : ('Image' as const);
  const config = normalConfig(spec.name, { ...base, packageType, ...declared(spec) });
  return { digest, ...(signing && { signing }), config };
}

/**
 * Eight hex digits; the same for the same code and configuration, whatever the order of keys and the numbers of own layers,
 * and before it is signed as after it: who takes a release over comes to the same.
 */
export function identityOf({ digest, signing, config }: Wanted, layers: readonly LayerPlan[]): string {
  const marks = new Map(layers.map((layer) => [layerArnOf(layer), `${layer.layerArn} ${layer.mark}`]));
  const arns = config.layers?.map((arn) => marks.get(arn) ?? arn);
  const code = signing === undefined ? digest : `${digest} signed by ${signing.profile}`;
  return Digest.short(`${code} ${canonical({ ...config, ...(arns && { layers: arns }) })}`);
}

/** The newest published version that already is what is wanted; never the baseline, which is what is served when nothing moves. */
export function reuseOf(wanted: Wanted, live: Live): string | null {
  const { record } = live;
  const baseline = record.kind === 'open' ? record.record.baseline : (live.alias?.version ?? null);
  const shown = wanted.config.description === undefined ? comparable : canonical;
  const reported = reportedDigest(wanted);
  const same = ({ version, digest, config }: PublishedVersion): boolean =>
    version !== baseline && digest === reported && shown(config) === shown(wanted.config);
  return live.versions.findLast(same)?.version ?? null;
}
