/** One request and one answer of HTTP, read whole: what the protocols speak in. */
export interface WireRequest {
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<{ [name: string]: string | undefined }>;
  readonly body: Buffer;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<{ [name: string]: string }>;
  readonly body: string | Uint8Array;
}
