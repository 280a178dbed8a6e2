/** Answers of the registry: what is refused is told in the words of the distribution protocol, with ECR's messages. */
import { AwsError } from '../../errors';
import type { WireResponse } from '../../wire/message';

const version = { 'docker-distribution-api-version': 'registry/2.0' } as const;

type Headers = Readonly<{ [name: string]: string | undefined }>;

/** Headers that are undefined are left out. */
export function done(status: number, headers: Headers, body: WireResponse['body'] = ''): WireResponse {
  const all: [string, string | undefined][] = Object.entries({ ...version, ...headers });
  const given = all.filter((header): header is [string, string] => header[1] !== undefined);
  return { status, headers: Object.fromEntries(given), body };
}

/** An error of the protocol, by its code. */
export const fault = (code: string, status: number, message: string): AwsError =>
  new AwsError(code, status, message);

/** Status and code of what ECR's operations refuse; for a manifest that cannot be read, as recorded. */
const codes: { readonly [name: string]: readonly [number, string] } = {
  RepositoryNotFoundException: [404, 'NAME_UNKNOWN'],
  ImageNotFoundException: [404, 'MANIFEST_UNKNOWN'],
  LayersNotFoundException: [400, 'MANIFEST_BLOB_UNKNOWN'],
  ReferencedImagesNotFoundException: [400, 'MANIFEST_BLOB_UNKNOWN'],
  UploadNotFoundException: [404, 'BLOB_UPLOAD_UNKNOWN'],
  InvalidLayerException: [400, 'DIGEST_INVALID'],
  InvalidLayerPartException: [416, 'BLOB_UPLOAD_INVALID'],
  ImageTagAlreadyExistsException: [400, 'TAG_INVALID'],
  ImageDigestDoesNotMatchException: [400, 'DIGEST_INVALID'],
  InvalidParameterException: [405, 'UNSUPPORTED'],
  LimitExceededException: [403, 'DENIED'],
  ThrottlingException: [429, 'TOOMANYREQUESTS'],
};

export function refused(error: unknown): WireResponse {
  const known = error instanceof AwsError ? error : null;
  const said = error instanceof Error ? error.message : String(error);
  const [status, code] = codes[known?.name ?? ''] ?? [known?.status ?? 500, codeOf(known)];
  const message = known ? known.message : `The local AWS failed: ${said}`;
  return done(
    status,
    { 'content-type': 'application/json; charset=utf-8', ...known?.headers },
    JSON.stringify({ errors: [{ code, message }] }),
  );
}

/** The protocol's own codes are written in capitals. */
const codeOf = (error: AwsError | null): string =>
  error && /^[A-Z_]+$/.test(error.name) ? error.name : 'UNKNOWN';
