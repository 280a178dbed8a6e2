/** One request and one answer of HTTP: what the protocols speak in. A request is read whole; an answer may come piece by piece. */
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
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
}
