/** What an error has beside its name and status. */
export interface AwsErrorDetails {
  readonly message: string;
  /** Further members of the body, such as `Type` (default `User`) or `Reason`; null leaves a member out. */
  readonly members?: Readonly<{ [member: string]: string | number | object | null }>;
  readonly headers?: Readonly<{ [header: string]: string }>;
}

/** An answer that AWS gives as an error: name and status as on the wire, message as recorded. */
export class AwsError extends Error {
  readonly members: NonNullable<AwsErrorDetails['members']>;
  readonly headers: NonNullable<AwsErrorDetails['headers']>;

  constructor(
    override readonly name: string,
    readonly status: number,
    details: string | AwsErrorDetails,
  ) {
    const {
      message,
      members = {},
      headers = {},
    } = typeof details === 'string' ? { message: details } : details;
    super(message);
    this.members = members;
    this.headers = headers;
  }
}
