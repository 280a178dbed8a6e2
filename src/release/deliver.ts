/** Takes an artifact to where Lambda gets it from: along with the call, by way of S3, signed or not, or from a repository of images. */
import type { Artifact } from '../artifact/artifact';
import { depotPlace, goesThroughS3 } from '../artifact/depot';
import { signingPlace, unsignedZip } from '../artifact/signing';
import type { ArtifactPlace } from '../config/code';
import type { Code, SignedObject, StoredObject, Zip } from '../core/code';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import { lastingFor } from '../core/lasting';
import type { Ports } from '../core/ports';
import type { Depot, DepotPlace } from '../core/stores';
import type { Digest } from '../core/values';
import { type ImagePlace, type PushPorts, pushImage } from './push';

export type DeliveryPorts = PushPorts & Pick<Ports, 'depot' | 'signers' | 'identity'>;

/** What is delivered, and to where zips go that are too large for a call. */
export interface Delivery {
  /** Of the function, or `layer <key>`. */
  readonly key: string;
  readonly artifact: Artifact;
  readonly place: ArtifactPlace;
  /** Null for what is no image, or has no repository. */
  readonly images: ImagePlace | null;
  readonly tell: (event: Event) => Promise<void>;
  /** Ctrl-C: ends the waits. */
  readonly stop: AbortSignal;
}

export interface Delivered {
  /** What Lambda is to be told of it. */
  readonly code: Code;
  /** As Lambda will report it. */
  readonly digest: Digest;
}

/** Nothing is sent that is there already, and nothing signed that was signed before. */
export async function deliver(ports: DeliveryPorts, delivery: Delivery): Promise<Delivered> {
  const { artifact, place, key, images, tell } = delivery;
  const { code, digest } = artifact;
  if ('image' in code) {
    if (images === null) throw new ShipitError('badArtifact', `${key}: its image has no repository`);
    const imageUri = await pushImage(ports, { key, image: code.image, place: images, tell });
    return { code: { imageUri }, digest };
  }
  if ('imageUri' in code) return { code, digest };
  if (place.signingProfile !== null) {
    const signed = artifact.signing?.signed ?? (await sign(ports, delivery, code.zip));
    return { code: { object: signed.object }, digest: signed.digest };
  }
  if (!goesThroughS3(code.zip.bytes)) return { code, digest };
  return { code: { object: await store(ports, delivery, code.zip) }, digest };
}

async function sign(ports: DeliveryPorts, delivery: Delivery, zip: Zip): Promise<SignedObject> {
  const { key, artifact, place, tell, stop } = delivery;
  const { account: owner } = await ports.identity.whoami();
  const at = signingPlace(place, owner);
  if (at === null) throw new ShipitError('badArtifact', `${key}: there is no bucket to sign its code in`);
  const unsigned = unsignedZip(at, artifact);
  // Since the plan was made somebody may have signed it; of layers nobody asked before.
  const found = await ports.signers.find(unsigned);
  if (found !== null) return found;
  const stored = await store(ports, delivery, zip);
  const lasting = lastingFor({ clock: ports.clock, tell, key });
  const signed = await lasting('AWS Signer to sign its code', () =>
    ports.signers.sign(unsigned, stored, stop),
  );
  const to = `s3://${signed.object.bucket}/${signed.object.key}`;
  const { digest } = signed;
  const told = { key, profile: at.profile, to, digest };
  await tell({ v: 1, type: 'artifact.signed', at: ports.clock.nowMs(), ...told });
  return signed;
}

async function store(
  ports: DeliveryPorts,
  { key, artifact, place, tell }: Delivery,
  zip: Zip,
): Promise<StoredObject> {
  if (place.bucket === null) throw new ShipitError('badArtifact', `${key}: there is no bucket for its code`);
  const { account: owner } = await ports.identity.whoami();
  const target = depotPlace(place.prefix, { bucket: place.bucket, digest: artifact.digest, owner });
  const to = `s3://${target.bucket}/${target.key}`;
  const found = await ports.depot.find(target);
  const object = found ?? (await upload(ports, { target, to, key }, zip));
  const sentBytes = found ? 0 : zip.bytes;
  await tell({ v: 1, type: 'artifact.sent', at: ports.clock.nowMs(), key, to, sentBytes });
  return object;
}

interface Upload {
  readonly target: DepotPlace;
  readonly to: string;
  readonly key: string;
}

function upload(
  { depot, report, clock }: { depot: Depot } & Pick<Ports, 'report' | 'clock'>,
  { target, to, key }: Upload,
  zip: Zip,
): Promise<StoredObject> {
  const { bytes } = zip;
  return depot.put(target, zip, (sentBytes) =>
    report.tell({ v: 1, type: 'artifact.sending', at: clock.nowMs(), key, to, sentBytes, bytes }),
  );
}
