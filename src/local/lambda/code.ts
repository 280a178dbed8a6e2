/** Zips by digest, in the world's own folder; unpacked once, when first run. */
export interface CodeStore {
  /** Inspects and keeps; answers digest (base64 SHA-256) and size in bytes. Throws AwsError as Lambda does for a bad zip. */
  put(zip: Uint8Array): Promise<{ sha256: string; size: number }>;
  get(sha256: string): Promise<Uint8Array>;
  /** The folder with the unpacked code, read-only for everybody but this process. */
  folder(sha256: string): Promise<string>;
}
