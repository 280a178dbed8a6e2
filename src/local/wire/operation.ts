/**
 * The operations of a service as the SDK's own client exports them: arrays under names that end in `$`, with name,
 * HTTP trait (method, URI pattern, status), input and output schema. Pin the SDK: these exports are younger than its commands.
 */
import { NormalizedSchema } from '@smithy/core/schema';

export interface Operation {
  readonly name: string;
  /** Null for protocols that know only one address. */
  readonly http: HttpTrait | null;
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
  /** Members of the input that every request has. */
  readonly required: ReadonlySet<string>;
}

export interface HttpTrait {
  readonly method: string;
  /** `/2015-03-31/functions/{FunctionName}`, split at the slashes. */
  readonly segments: readonly string[];
  /** Query parameters that the pattern itself asks for. */
  readonly query: URLSearchParams;
  readonly status: number;
}

/** What the error shape of a service says about its form on the wire. */
export interface ErrorShape {
  /** `message` or `Message`. */
  readonly messageMember: string;
  /** The code that the old query protocol had for it. */
  readonly queryCode: string | null;
}

type Client = Readonly<{ [name: string]: unknown }>;
type OperationTuple = [9, string, string, Traits, SchemaRef, SchemaRef];
type ErrorTuple = [-3, string, string, Traits, string[], unknown[]];
type SchemaRef = Parameters<typeof NormalizedSchema.of>[0];
type Traits = 0 | { readonly http?: [string, string, number]; readonly awsQueryError?: [string, number] };

export function operationsOf(client: Client): Map<string, Operation> {
  const tuples = tuplesOf<OperationTuple>(client, 9);
  return new Map(tuples.map((tuple) => [tuple[2], operationOf(tuple)]));
}

export function errorShapesOf(client: Client): Map<string, ErrorShape> {
  const tuples = tuplesOf<ErrorTuple>(client, -3);
  return new Map(tuples.map((tuple) => [tuple[2], errorShapeOf(tuple)]));
}

function tuplesOf<Tuple>(client: Client, kind: number): Tuple[] {
  const exports = Object.entries(client).filter(([name]) => name.endsWith('$'));
  return exports
    .map(([, value]) => value)
    .filter((value) => Array.isArray(value) && value[0] === kind) as Tuple[];
}

function operationOf([, , name, traits, input, output]: OperationTuple): Operation {
  const http = traits ? traits.http : undefined;
  return {
    name,
    http: http ? httpTraitOf(http) : null,
    input: NormalizedSchema.of(input),
    output: NormalizedSchema.of(output),
    required: requiredOf(input),
  };
}

/** A structure's array ends with how many of its members, the first ones, are required. */
function requiredOf(given: SchemaRef): ReadonlySet<string> {
  const input = typeof given === 'function' ? given() : given;
  if (!Array.isArray(input) || input[0] !== 3) return new Set();
  const [, , , , members, , count] = input as unknown as [
    3,
    string,
    string,
    Traits,
    string[],
    unknown[],
    number?,
  ];
  return new Set(members.slice(0, count ?? 0));
}

function httpTraitOf([method, uri, status]: [string, string, number]): HttpTrait {
  const [path = '', query = ''] = uri.split('?');
  return { method, segments: path.split('/').slice(1), query: new URLSearchParams(query), status };
}

const errorShapeOf = ([, , , traits, members]: ErrorTuple): ErrorShape => ({
  messageMember: members.find((member) => member.toLowerCase() === 'message') ?? 'message',
  queryCode: (traits ? traits.awsQueryError?.[0] : undefined) ?? null,
});
