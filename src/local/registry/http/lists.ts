/** Lists: tags of a repository, and what refers to an image. */
import type { WireResponse } from '../../wire/message';
import { referrersOf } from '../referrers';
import { done, fault } from './answers';
import type { Call } from './call';
import { placeOf } from './place';

const mostTags = 1000;

export function listTags(call: Call): WireResponse {
  const { name, tags } = placeOf(call);
  const { query, base } = call;
  const last = query.get('last') ?? '';
  const size = sizeOf(query.get('n'));
  const rest = [...tags.keys()].sort().filter((tag) => tag > last);
  const page = rest.slice(0, size);
  const next = `${base}/v2/${name}/tags/list?n=${size}&last=${encodeURIComponent(page.at(-1) ?? '')}`;
  const more = rest.length > size && size > 0 ? { link: `<${next}>; rel="next"` } : {};
  return done(200, { 'content-type': 'application/json', ...more }, JSON.stringify({ name, tags: page }));
}

function sizeOf(text: string | null): number {
  if (text === null) return mostTags;
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text), mostTags);
  throw fault('UNSUPPORTED', 400, `n must be a number, not '${text}'`);
}

const indexType = 'application/vnd.oci.image.index.v1+json';

export function listReferrers(call: Call): WireResponse {
  const repository = placeOf(call);
  const type = call.query.get('artifactType');
  const manifests = referrersOf(repository, call.route.reference).filter(
    ({ artifactType }) => type === null || artifactType === type,
  );
  const filtered = type === null ? {} : { 'oci-filters-applied': 'artifactType' };
  const body = JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests });
  return done(200, { 'content-type': indexType, ...filtered }, body);
}
