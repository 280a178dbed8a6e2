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
const nouns = ['function', 'rollout', 'guard', 'local', 'common'];
const banner =
  '// Generated from schemas/ by scripts/generate.js. Change the schemas, then run `npm run generate`.\n';

const readSchema = (noun) => JSON.parse(readFileSync(join(root, 'schemas', `${noun}.schema.json`), 'utf8'));

/** One schema with everything in `definitions`: a noun under its own name, its definitions beside it. */
function bundle() {
  const { $schema, title, description, ...project } = readSchema('project');
  const definitions = { ...project.definitions };
  for (const noun of nouns) {
    const { $schema: _, definitions: own = {}, ...schema } = readSchema(noun);
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

function bundledRef(ref) {
  const parts = /^(?:\.\/(\w+)\.schema\.json)?(?:#\/definitions\/(\w+))?$/.exec(ref);
  if (!parts) throw new Error(`cannot bundle the reference ${ref}`);
  return `#/definitions/${parts[2] ?? parts[1]}`;
}

/** Errors carry the schema that was broken; its `$comment` says which definition or which key that is. */
function named(schema) {
  const copy = structuredClone(schema);
  for (const [name, definition] of Object.entries(copy.definitions)) definition.$comment = name;
  for (const holder of [copy, ...Object.values(copy.definitions)]) {
    for (const [key, property] of Object.entries(holder.properties ?? {})) {
      if (property.$ref === undefined) property.$comment = key;
    }
  }
  return { ...copy, $comment: 'file' };
}

/** The compiler dereferences in place, so it gets a copy. */
async function types(schema) {
  return compile(structuredClone(schema), 'ProjectFile', {
    bannerComment: banner,
    additionalProperties: false,
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
    /** Name of the definition, or of the key. */
    readonly $comment?: string;
    readonly properties?: Readonly<Record<string, { readonly examples?: readonly unknown[] }>>;
  };
}

/** Leaves what is wrong in \`errors\`, null when nothing is. */
export declare const validate: { (data: unknown): boolean; errors?: SchemaError[] | null };
`;

async function generate() {
  const schema = bundle();
  return {
    'lambda.config.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
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
