/** Reads stacks that somebody describes to the world, in the words of DescribeStacks. */
import type { World } from '../world';
import type { Stack } from './book';
import { refusal } from './errors';

type Json = Readonly<{ [member: string]: unknown }>;

/** A stack of the same name is replaced and keeps its id. Throws ValidationError before anything is changed. */
export function seedStacks(world: World, given: readonly unknown[]): void {
  const { stacks } = world.stacks;
  const read = given.map((one) => stackOf(world, objectOf(one, 'stacks')));
  const after = new Map(stacks);
  for (const stack of read) after.set(stack.name, stack);
  insistOnExports(after.values());
  for (const stack of read) stacks.set(stack.name, stack);
}

function stackOf(world: World, json: Json): Stack {
  const name = textOf(json, 'StackName');
  if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name))
    throw refusal.invalid(`StackName ${name} must be letters, digits and hyphens, and begin with a letter`);
  const before = world.stacks.stacks.get(name);
  const nowMs = world.clock.nowMs();
  const place = `arn:aws:cloudformation:${world.region}:${world.account}:stack/${name}`;
  return {
    name,
    id: before?.id ?? `${place}/${world.random.uuid()}`,
    createdMs: before?.createdMs ?? nowMs,
    updatedMs: before ? nowMs : null,
    description: json.Description === undefined ? null : textOf(json, 'Description'),
    outputs: listOf(json, 'Outputs', {
      needed: ['OutputKey', 'OutputValue'],
      also: ['Description', 'ExportName'],
    }),
    parameters: listOf(json, 'Parameters', { needed: ['ParameterKey', 'ParameterValue'], also: [] }),
    resources: listOf(json, 'Resources', {
      needed: ['LogicalResourceId', 'PhysicalResourceId', 'ResourceType'],
      also: [],
    }),
    tags: listOf(json, 'Tags', { needed: ['Key', 'Value'], also: [] }),
  };
}

interface ItemForm {
  readonly needed: readonly string[];
  readonly also: readonly string[];
}

function listOf<Item>(json: Json, member: string, { needed, also }: ItemForm): Item[] {
  const list = json[member] ?? [];
  if (!Array.isArray(list)) throw refusal.invalid(`${member} must be a list`);
  return list.map((one) => {
    const item = objectOf(one, member);
    const names = [...needed, ...also.filter((name) => item[name] !== undefined)];
    return Object.fromEntries(names.map((name) => [name, textOf(item, name)])) as Item;
  });
}

function objectOf(value: unknown, where: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw refusal.invalid(`${where} must be a list of objects`);
}

function textOf(json: Json, member: string): string {
  const value = json[member];
  if (typeof value !== 'string' || value === '') throw refusal.invalid(`${member} must be a text`);
  return value;
}

/** A name is exported once in an account and region. */
function insistOnExports(stacks: Iterable<Stack>): void {
  const owners = new Map<string, string>();
  for (const { name, outputs } of stacks)
    for (const { ExportName } of outputs) {
      const owner = ExportName === undefined ? undefined : owners.get(ExportName);
      if (owner !== undefined)
        throw refusal.invalid(`Export with name ${ExportName} is already exported by stack ${owner}`);
      if (ExportName !== undefined) owners.set(ExportName, name);
    }
}
