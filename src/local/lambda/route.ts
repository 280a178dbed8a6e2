/** From what a caller names to the version that runs. */
import { AwsError } from '../errors';
import type { Random } from '../random';
import type { World } from '../world';
import type { AliasEntry, FunctionEntry, VersionEntry } from './book';

/** What was called, and what is to run. */
export interface Route {
  readonly entry: FunctionEntry;
  readonly version: VersionEntry;
  /** As it was called: an alias, a number, `$LATEST`; null for the bare function. */
  readonly qualifier: string | null;
  readonly alias: AliasEntry | null;
  /** With the qualifier, if there was one. */
  readonly invokedArn: string;
}

/** API_Invoke, FunctionName: a name, a partial or a whole ARN, each with or without a qualifier. */
const reference =
  /^(?:arn:aws[a-zA-Z-]*:lambda:)?(?:((?:eusc-)?[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d):)?(?:(\d{12}):)?(?:function:)?([a-zA-Z0-9-_]+)(?::(\$LATEST|[a-zA-Z0-9-_]+))?$/;

export const Route = {
  /** Chooses anew at each call when the alias has weights. Throws AwsError as Invoke does. */
  resolve(world: World, functionName: string, qualifier: string | null): Route {
    const named = parse(world, functionName);
    if (named.qualifier !== null && qualifier !== null && named.qualifier !== qualifier)
      throw invalid('The derived qualifier from the function name does not match the specified qualifier.');
    const wanted = qualifier ?? named.qualifier;
    const arn = `arn:aws:lambda:${world.region}:${world.account}:function:${named.name}`;
    const invokedArn = wanted === null ? arn : `${arn}:${wanted}`;
    const entry = world.functions.entries.get(named.name);
    const alias = (wanted !== null && entry?.aliases.get(wanted)) || null;
    const number = alias ? Route.choose(alias, world.random) : wanted;
    const version = entry && versionOf(entry, number);
    if (!entry || !version) throw notFound(`Function not found: ${invokedArn}`);
    return { entry, version, qualifier: wanted, alias, invokedArn };
  },

  /** One request's version: the additional one with its weight, else the primary. */
  choose(alias: AliasEntry, random: Random): string {
    for (const [version, weight] of Object.entries(alias.weights)) if (random.next() < weight) return version;
    return alias.version;
  },
};

function parse(world: World, text: string): { name: string; qualifier: string | null } {
  const [whole, region, account, name, qualifier] = reference.exec(text) ?? [];
  if (whole === undefined || name === undefined) {
    const why = `Value '${text}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?`;
    throw new AwsError('ValidationException', 400, `1 validation error detected: ${why}`, { Type: null });
  }
  if (region !== undefined && region !== world.region)
    throw notFound(`Functions from '${region}' are not reachable in this region ('${world.region}')`);
  if (account !== undefined && account !== world.account)
    throw new AwsError(
      'AccessDeniedException',
      403,
      `User: arn:aws:iam::${world.account}:root is not authorized to perform: lambda:InvokeFunction on resource: ${text} because no resource-based policy allows the lambda:InvokeFunction action`,
      { Type: null },
    );
  return { name, qualifier: qualifier ?? null };
}

function versionOf(entry: FunctionEntry, number: string | null): VersionEntry | null {
  return number === null || number === '$LATEST' ? entry.latest : (entry.versions.get(number) ?? null);
}

const notFound = (message: string): AwsError => new AwsError('ResourceNotFoundException', 404, message);

const invalid = (message: string): AwsError => new AwsError('InvalidParameterValueException', 400, message);
