/** What comes with an object in headers: standard ones, user-defined metadata, tags. */
import type { Settings } from './book';
import { refusal } from './errors';

/** Bytes of the names and values of user-defined metadata. */
const mostMetadata = 2048;

const headerMembers = [
  'ContentType',
  'CacheControl',
  'ContentDisposition',
  'ContentEncoding',
  'ContentLanguage',
  'WebsiteRedirectLocation',
  'StorageClass',
  'ServerSideEncryption',
  'SSEKMSKeyId',
] as const;

/** Of PutObject, CreateMultipartUpload and CopyObject. */
export function settingsOf(input: object): Settings {
  const members = input as { readonly [member: string]: unknown };
  if (members.SSECustomerAlgorithm !== undefined) throw refusal.absent();
  const headers = headerMembers.flatMap((name) =>
    typeof members[name] === 'string' ? [[name, members[name]]] : [],
  );
  const Metadata = (members.Metadata ?? {}) as Settings['Metadata'];
  insistOnMetadata(Metadata);
  const { Expires: expires } = members;
  return {
    Metadata,
    headers: Object.fromEntries(headers),
    expiresMs: expires instanceof Date ? expires.getTime() : null,
  };
}

function insistOnMetadata(metadata: Settings['Metadata']): void {
  const size = Buffer.byteLength(Object.entries(metadata).flat().join(''));
  if (size > mostMetadata)
    throw refusal.refused(
      ['MetadataTooLarge', 400],
      'Your metadata headers exceed the maximum allowed metadata size',
      {
        Size: String(size),
        MaxSizeAllowed: String(mostMetadata),
      },
    );
}

/** As answers have it. A response's own override of a header wins. */
export function settingsView(
  { Metadata, headers, expiresMs }: Settings,
  overrides: Readonly<{ [member: string]: unknown }>,
): { [member: string]: unknown } {
  const given = [...headerMembers, 'Expires'].flatMap((name) => {
    const text = overrides[`Response${name}`];
    if (typeof text === 'string' && /[^\t\x20-\x7e\x80-\xff]/.test(text))
      throw refusal.argument('A header of the response must be text of one line');
    return text === undefined ? [] : [[name, text]];
  });
  return {
    ContentType: 'binary/octet-stream',
    ServerSideEncryption: 'AES256',
    ...headers,
    ...(expiresMs === null ? {} : { Expires: new Date(expiresMs) }),
    ...Object.fromEntries(given),
    Metadata,
  };
}
