/** One request to the registry: where it goes, under the operation of ECR that it counts as. */
import type { IncomingMessage } from 'node:http';
import { targetOf } from '../../wire/receive';
import type { Stay } from '../../wire/room';
import type { World } from '../../world';
import { fault } from './answers';

export interface Call {
  readonly world: World;
  readonly message: IncomingMessage;
  readonly route: Route;
  readonly query: URLSearchParams;
  /** What addresses begin with: `http://` and the host as the caller called it. */
  readonly base: string;
  /** For bodies that are read whole. */
  readonly stay: Stay;
}

export interface Route {
  readonly kind: 'ping' | 'catalog' | 'tags' | 'referrers' | 'manifest' | 'uploads' | 'upload' | 'blob';
  readonly repository: string;
  /** Tag, digest or id of an upload. */
  readonly reference: string;
}

const forms: readonly (readonly [Route['kind'], RegExp])[] = [
  ['ping', /^\/v2\/?$/],
  ['catalog', /^\/v2\/_catalog$/],
  ['tags', /^\/v2\/(.+)\/tags\/list$/],
  ['referrers', /^\/v2\/(.+)\/referrers\/([^/]+)$/],
  ['manifest', /^\/v2\/(.+)\/manifests\/([^/]+)$/],
  ['uploads', /^\/v2\/(.+)\/blobs\/uploads\/?$/],
  ['upload', /^\/v2\/(.+)\/blobs\/uploads\/([^/]+)$/],
  ['blob', /^\/v2\/(.+)\/blobs\/([^/]+)$/],
];

/** Throws for an address that is none. */
export function routeOf(message: IncomingMessage): Route {
  const path = decoded(targetOf(message).pathname);
  for (const [kind, form] of forms) {
    const [found, repository = '', reference = ''] = form.exec(path) ?? [];
    if (found !== undefined) return { kind, repository, reference };
  }
  throw fault('UNSUPPORTED', 404, '404 page not found');
}

/** Null for what no operation of ECR stands for. */
export function operationOf({ kind }: Route, method: string): string | null {
  const reads = method === 'GET' || method === 'HEAD';
  switch (kind) {
    case 'tags':
      return 'ListImages';
    case 'referrers':
      return 'ListImageReferrers';
    case 'manifest':
      return reads ? 'BatchGetImage' : method === 'DELETE' ? 'BatchDeleteImage' : 'PutImage';
    case 'uploads':
      return 'InitiateLayerUpload';
    case 'upload':
      return method === 'PUT' ? 'CompleteLayerUpload' : 'UploadLayerPart';
    case 'blob':
      return method === 'HEAD' ? 'BatchCheckLayerAvailability' : 'GetDownloadUrlForLayer';
    default:
      return null;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw fault('NAME_INVALID', 400, 'The address is not percent-encoded text');
  }
}
