/**
 * Makes what is generated from schemas/: the bundled schema that editors read, the types of the project file, and the
 * validator. The validator is compiled here because compiling a schema at start costs 40 ms of every command.
 *
 *   node scripts/generate.js            writes the files
 *   node scripts/generate.js --check    exits 1 and names the files that differ
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const Ajv = require('ajv').default;
const standaloneCode = require('ajv/dist/standalone').default;
const { compile } = require('json-schema-to-typescript');

const root = join(__dirname, '..');
const nouns = [
  ...['stage', 'function', 'defaults', 'code', 'build', 'image', 'ecr', 'role', 'layer', 'alarms', 'hook'],
  ...['rollout', 'guard', 'channel', 'artifacts', 'local', 'common'],
];
/** Keys in which no reference is resolved: editors hold them to their form. */
const literal = new Set(['$schema', 'project', 'extends', 'envName']);
const banner =
  '// Generated from schemas/ by scripts/generate.js. Change the schemas, then run `npm run generate`.\n';

const readSchema = (noun) => JSON.parse(readFileSync(join(root, 'schemas', `${noun}.schema.json`), 'utf8'));

/** One schema with everything in `definitions`: a noun under its own name, its definitions beside it. */
function bundle() {
  const { $schema, title, description, ...project } = whole('project');
  const definitions = { ...readSchema('scope').definitions, ...project.definitions };
  for (const noun of nouns) {
    const { $schema: _, definitions: own = {}, ...schema } = whole(noun);
    for (const [name, definition] of Object.entries({
      ...own,
      ...(noun === 'common' ? {} : { [noun]: schema }),
    })) {
      if (name in definitions) throw new Error(`schemas/${noun}.schema.json defines ${name} a second time`);
      definitions[name] = definition;
    }
  }
  const top = { $schema, title, description, ...project, definitions };
  return JSON.parse(JSON.stringify(top), (key, value) => (key === '$ref' ? bundledRef(value) : value));
}

/**
 * `propertiesOf` names the noun whose keys stand in this one too, so that they are written once; what it says of such a
 * key itself comes first.
 */
function whole(noun) {
  const { propertiesOf, ...schema } = readSchema(noun);
  if (propertiesOf === undefined) return schema;
  const { properties } = readSchema(bundledRef(propertiesOf).split('/').at(-1));
  return { ...schema, properties: { ...schema.properties, ...properties, ...schema.properties } };
}

function bundledRef(ref) {
  const parts = /^(?:\.\/(\w+)\.schema\.json)?(?:#\/definitions\/(\w+))?$/.exec(ref);
  if (!parts) throw new Error(`cannot bundle the reference ${ref}`);
  return `#/definitions/${parts[2] ?? parts[1]}`;
}

/** The same for editors, which see references where the tool sees what they lead to. */
function forEditors(schema) {
  const keys = new Set();
  JSON.stringify(schema, (key, value) => {
    if (key === 'propertyNames') keys.add(value.$ref.split('/').at(-1));
    return value;
  });
  const loosen = (name, value) => {
    if (value === null || typeof value !== 'object' || literal.has(name) || keys.has(name)) return value;
    if (Array.isArray(value)) return value.map((item) => loosen('', item));
    const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, loosen(key, inner)]));
    return typeof copy.pattern === 'string' ? { ...copy, pattern: `(?:${copy.pattern})|\\$\\{` } : copy;
  };
  return loosen('', schema);
}

/**
 * Errors carry the schema that was broken; its `$comment` says which definition that is, or which key of which
 * definition. One with several forms says what tells them apart.
 */
function named(schema) {
  const copy = structuredClone(schema);
  for (const [name, definition] of Object.entries(copy.definitions)) definition.$comment = name;
  for (const definition of Object.values(copy.definitions).filter(({ anyOf }) => anyOf)) {
    definition.branches = Object.fromEntries(
      definition.anyOf.map(({ $ref }) => branch($ref.split('/').at(-1), copy.definitions)),
    );
  }
  tellItems(copy, copy.definitions);
  for (const holder of [{ ...copy, $comment: 'file' }, ...Object.values(copy.definitions)]) {
    for (const [key, property] of Object.entries(holder.properties ?? {})) {
      if (property.$ref === undefined) property.$comment = `${holder.$comment}.${key}`;
    }
  }
  return { ...copy, $comment: 'file' };
}

/** The compiler compares each item with each other, unless it sees on the spot that all are texts. */
function tellItems(schema, definitions) {
  if (schema === null || typeof schema !== 'object') return;
  if (schema.uniqueItems) schema.items = definitions[schema.items.$ref.split('/').at(-1)];
  for (const inner of Object.values(schema)) tellItems(inner, definitions);
}

/** Null stands for a form that is no map. */
function branch(name, definitions) {
  const { type, properties = {} } = definitions[name];
  return [name, type === 'object' ? Object.keys(properties) : null];
}

/** The compiler dereferences in place, so it gets a copy. */
async function types(schema) {
  return compile(structuredClone(schema), 'ProjectFile', {
    bannerComment: banner,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 110 },
  });
}

function validator(schema) {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    messages: false,
    verbose: true,
    code: { source: true, lines: true },
  });
  ajv.addVocabulary(['branches']);
  ajv.addSchema(named(schema), 'project');
  const code = standaloneCode(ajv, { validate: 'project' });
  return `${banner}${code}\n`;
}

const declarations = `${banner}
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer into the file. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key, where a rule is about the name of a key. */
  readonly propertyName?: string;
  /** The schema whose rule was broken. */
  readonly parentSchema: {
    /** Name of the definition, or of the definition and its key. */
    readonly $comment?: string;
    /** Of a schema with several forms: the keys of each form that is a map, null for one that is none. */
    readonly branches?: Readonly<Record<string, readonly string[] | null>>;
    readonly type?: string | readonly string[];
    readonly enum?: readonly unknown[];
    readonly pattern?: string;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly properties?: Readonly<Record<string, { readonly examples?: readonly unknown[] }>>;
  };
}

/** Leaves what is wrong in \`errors\`, null when nothing is. */
export declare const validate: { (data: unknown): boolean; errors?: SchemaError[] | null };
`;

async function generate() {
  const schema = bundle();
  return {
    'lambda.config.schema.json': `${JSON.stringify(forEditors(schema), null, 2)}\n`,
    'src/config/schema.gen.ts': await types(schema),
    'src/config/validate.gen.js': validator(schema),
    'src/config/validate.gen.d.ts': declarations,
  };
}

function current(name) {
  try {
    return readFileSync(join(root, name), 'utf8');
  } catch {
    return null;
  }
}

async function main() {
  const files = Object.entries(await generate());
  const stale = files.filter(([name, text]) => current(name) !== text);
  if (process.argv[2] === '--check') {
    for (const [name] of stale) process.stderr.write(`${name} differs from schemas/: run npm run generate\n`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const [name, text] of stale) writeFileSync(join(root, name), text);
  process.stdout.write(`${files.length} files generated, ${stale.length} changed\n`);
}

main();
