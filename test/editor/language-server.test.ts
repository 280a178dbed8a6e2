/** What an editor shows of the project file, asked of the language server that editors use for YAML. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageClient } from './client';

const root = resolve(__dirname, '../..');
const server = require.resolve('yaml-language-server/bin/yaml-language-server');
const schemaFile = resolve(root, 'lambda.config.schema.json');
const example = resolve(root, 'examples/orders/lambda.config.yaml');

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const schema: Schema & { readonly definitions: Readonly<Record<string, Schema>> } = JSON.parse(
  readFileSync(schemaFile, 'utf8'),
);

/** What stands beside a reference goes before what it refers to. */
const resolved = (part: Schema): Schema => ({
  ...schema.definitions[part.$ref?.replace('#/definitions/', '') ?? ''],
  ...part,
});

const keysOf = (part: Schema | undefined) =>
  Object.entries(part?.properties ?? {}).map(([key, property]) => ({ key, ...resolved(property) }));

/** The words for a key; of one with several forms the server shows those of the form that was written. */
const wordsFor = (part: Schema): string[] => [
  words(part.description ?? ''),
  ...[...(part.anyOf ?? []), ...(part.oneOf ?? [])].map(resolved).flatMap(wordsFor),
];

const keysOfFile = keysOf(schema);
const keysOfFunction = keysOf(schema.definitions.function);
const names = (keys: readonly { key: string }[]): string[] => keys.map(({ key }) => key);

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Item {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

let client: LanguageClient;
let files = 0;

beforeAll(async () => {
  const schemas = { [pathToFileURL(schemaFile).href]: 'lambda.config.yaml' };
  // Nothing is fetched from anywhere.
  const offline = { schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } };
  const yaml = { schemas, ...offline, hover: true, completion: true };
  client = new LanguageClient(server, { yaml });
  const completion = { completionItem: { documentationFormat: ['markdown'] } };
  const capabilities = { workspace: { configuration: true }, textDocument: { completion } };
  await client.request('initialize', { processId: process.pid, rootUri: null, capabilities });
  client.notify('initialized', {});
  await client.configured;
});
afterAll(() => client.stop());

/** The file needs not be on the disk. */
function open(text: string, path: string): string {
  const uri = pathToFileURL(path).href;
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  return uri;
}

/** In a folder of its own. */
function newPath(name: string): string {
  files += 1;
  return resolve(root, `file-${files}`, name);
}

const openProject = (lines: readonly string[]): string =>
  open(`${lines.join('\n')}\n`, newPath('lambda.config.yaml'));

/** Words without the escapes of Markdown. */
const words = (text: string): string => text.replace(/\\([^a-zA-Z0-9\s])/g, '$1').replace(/\s+/g, ' ');

async function hover(uri: string, position: Place): Promise<string> {
  const answer = await client.request('textDocument/hover', { textDocument: { uri }, position });
  return words((answer as { contents: { value: string } } | null)?.contents.value ?? '');
}

async function complete(lines: readonly string[]): Promise<readonly Item[]> {
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const textDocument = { uri: openProject(lines) };
  return ((await client.request('textDocument/completion', { textDocument, position })) as { items: Item[] })
    .items;
}

const labels = async (lines: readonly string[]): Promise<string[]> =>
  (await complete(lines)).map(({ label }) => label);

const documentation = ({ documentation: text = '' }: Item): string =>
  words(typeof text === 'string' ? text : text.value);

function expectWords(told: string, part: Schema): void {
  expect(part.description).toMatch(/\w/);
  const known = wordsFor(part).filter((one) => one !== '');
  if (!known.some((one) => told.includes(one))) expect(told).toBe(known.join(' | '));
}

describe('an editor explains', () => {
  it.each(keysOfFunction)('$key of a function', async ({ key, ...part }) => {
    const value = JSON.stringify(part.examples?.[0] ?? null);
    const uri = openProject(['project: orders', 'functions:', '  api:', `    ${key}: ${value}`]);
    expectWords(await hover(uri, { line: 3, character: 5 }), part);
  });

  it.each(keysOfFile)('$key at the top of the file', async ({ key, ...part }) => {
    // The server follows this one.
    const value = key === '$schema' ? '../lambda.config.schema.json' : part.examples?.[0];
    const uri = openProject([`${key}: ${JSON.stringify(value ?? null)}`]);
    expectWords(await hover(uri, { line: 0, character: 1 }), part);
  });

  it.each(['runtime', 'memorySize', 'alias', 'testEvents'])('%s in the example', async (key) => {
    const text = readFileSync(example, 'utf8');
    const line = text.split('\n').findIndex((one) => one.trimStart().startsWith(`${key}:`));
    const { description = '-' } = keysOfFunction.find((one) => one.key === key) ?? {};
    expect(await hover(open(text, example), { line, character: 5 })).toContain(words(description));
  });

  it('a file that names the schema in a comment, as `shipit init` writes it', async () => {
    const comment = '# yaml-language-server: $schema=../lambda.config.schema.json';
    const uri = open(`${comment}\nproject: orders\n`, newPath('other.yaml'));
    const { description = '-' } = keysOfFile.find(({ key }) => key === 'project') ?? {};
    expect(await hover(uri, { line: 1, character: 2 })).toContain(words(description));
    const stranger = open('project: orders\n', newPath('other.yaml'));
    expect(await hover(stranger, { line: 0, character: 2 })).toBe('');
  });
});

describe('an editor offers', () => {
  it('every key at the top of the file', async () => {
    expect(await labels([''])).toEqual(expect.arrayContaining(names(keysOfFile)));
  });

  it('every key of a function, with what it is', async () => {
    const items = await complete(['project: orders', 'functions:', '  api:', '    ']);
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(names(keysOfFunction)));
    for (const { key, description = '-' } of keysOfFunction) {
      const item = items.find(({ label }) => label === key);
      expect(documentation(item ?? { label: '' })).toContain(words(description));
    }
  });

  it('the keys that are not there yet, and no others', async () => {
    const offered = await labels(['project: orders', 'functions:', '  api:', '    memorySize: 256', '    ']);
    expect(offered).not.toContain('memorySize');
    expect(offered).not.toContain('project');
    expect(offered).toContain('runtime');
  });

  it.each([
    [
      ['functions:', '  api:', '    hooks:', '      '],
      ['preTraffic', 'afterStep', 'postTraffic', 'onRollback'],
    ],
    [
      ['functions:', '  api:', '    hooks:', '      preTraffic:', '        - '],
      ['invoke', 'http', 'run', 'smoke'],
    ],
    [['functions:', '  api:', '    alarms:', '      - '], ['create']],
    [
      ['alarms:', '  - create:', '      - '],
      ['errors', 'throttles', 'p99'],
    ],
    [
      ['rollouts:', '  careful:', '    steps:', '      - weight: 5%', '        '],
      ['bake', 'alarms', 'hooks', 'approval'],
    ],
    [
      ['rollouts:', '  careful:', '    canary: 5%', '    approval:', '      '],
      ['expires', 'then'],
    ],
    [
      ['notifications:', '  - '],
      ['sns', 'eventBridge', 'slack', 'webhook'],
    ],
    [
      ['guard:', '  insufficientData: '],
      ['pass', 'hold', 'fail'],
    ],
  ])('what belongs to a rollout: %j', async (lines, expected) => {
    expect(await labels(['project: orders', ...lines])).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    [['code'], ['path', 'include', 'bundle', 'minify', 'python', 'requirements']],
    [['build'], ['run', 'shell', 'timeout']],
    [['image'], ['dockerfile', 'target', 'base', 'add']],
    [['ecr'], ['repository', 'create', 'failOn', 'keep']],
    [
      ['image', '  dockerfile: Dockerfile', '  builder'],
      ['buildah', 'finch'],
    ],
  ])('what a function is made of: %j', async ([setting, ...inner], expected) => {
    const lines = [`    ${setting}:`, ...inner.map((line) => `    ${line}`)];
    const last = inner.length === 0 ? [...lines, '      '] : [...lines.slice(0, -1), `${lines.at(-1)}: `];
    const offered = await labels(['project: orders', 'functions:', '  api:', ...last]);
    expect(offered).toEqual(expect.arrayContaining(expected));
  });

  it('values', async () => {
    const api = ['project: orders', 'functions:', '  api:'];
    expect(await labels([...api, '    runtime: '])).toContain('nodejs24.x');
    expect(await labels([...api, '    memorySize: '])).toContain('256');
    expect(await labels([...api, '    alias: '])).toContain('live');
    expect(await labels([...api, '    rollout: '])).toContain('Canary10Percent5Minutes');
    expect(await labels(['project: orders', 'rollouts:', '  careful: '])).toContain('AllAtOnce');
  });
});
