import type { Artifact } from '../artifact/artifact';
import { isSignable, signingPlace, unsignedZip } from '../artifact/signing';
import type { ArtifactPlace } from '../config/code';
import { fewAtOnce } from '../core/few';
import type { Identity } from '../core/ports';
import type { Signers } from '../core/stores';

/** Records that are read at the same time. */
const atOnce = 20;

/** With what was signed before, where the project has its code signed: a signed zip has a digest of its own. */
export async function withSignatures(
  { signers, identity }: { readonly signers: Signers; readonly identity: Identity },
  artifacts: ReadonlyMap<string, Artifact>,
  place: ArtifactPlace,
): Promise<ReadonlyMap<string, Artifact>> {
  const { signingProfile: profile } = place;
  if (profile === null || ![...artifacts.values()].some(isSignable)) return artifacts;
  const at = signingPlace(place, (await identity.whoami()).account);
  const all = await fewAtOnce([...artifacts], atOnce, async ([key, artifact]) => {
    if (!isSignable(artifact)) return [key, artifact] as const;
    const signed = at && (await signers.find(unsignedZip(at, artifact)));
    return [key, { ...artifact, signing: { profile, signed } }] as const;
  });
  return new Map(all);
}
