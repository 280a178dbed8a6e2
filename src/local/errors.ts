/** An answer that AWS gives as an error: name and status as on the wire, message as recorded. */
export class AwsError extends Error {
  constructor(
    override readonly name: string,
    readonly status: number,
    message: string,
    /** Further members of the body, such as `Type` (default `User`) or `Reason`; null leaves a member out. */
    readonly members: Readonly<{ [member: string]: string | null }> = {},
    readonly headers: Readonly<{ [header: string]: string }> = {},
  ) {
    super(message);
  }
}
