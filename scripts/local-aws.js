/**
 * Makes the tables of docs/local-aws.md: what the local AWS does with each action of AWS. What is there is read from the
 * action files, what could be there from the SDK's own schemas.
 *
 *   node scripts/local-aws.js            writes the file
 *   node scripts/local-aws.js --check    exits 1 when the file differs
 */
const { existsSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const actionsFolder = join(root, 'src', 'local', 'actions');
const page = join(root, 'docs', 'local-aws.md');

/** Folder, title, client, and whether every absent action is worth a line of its own. */
const services = [
  ['lambda', 'Lambda', '@aws-sdk/client-lambda', true],
  ['cloudwatch', 'CloudWatch', '@aws-sdk/client-cloudwatch', true],
  ['logs', 'CloudWatch Logs', '@aws-sdk/client-cloudwatch-logs', true],
  ['ecr', 'ECR', '@aws-sdk/client-ecr', false],
  ['s3', 'S3', '@aws-sdk/client-s3', false],
  ['iam', 'IAM', '@aws-sdk/client-iam', false],
  ['sts', 'STS', '@aws-sdk/client-sts', false],
  ['ssm', 'Systems Manager parameters', '@aws-sdk/client-ssm', false],
  ['secretsmanager', 'Secrets Manager', '@aws-sdk/client-secrets-manager', false],
  ['cloudformation', 'CloudFormation', '@aws-sdk/client-cloudformation', false],
  ['signer', 'Signer', '@aws-sdk/client-signer', false],
  ['sns', 'SNS', '@aws-sdk/client-sns', false],
  ['events', 'EventBridge', '@aws-sdk/client-eventbridge', false],
];

/** In the SDK's schemas an operation is an array that starts with 9; the third is its name. */
function operationsOf(client) {
  const exported = Object.values(require(client));
  return exported.filter((value) => Array.isArray(value) && value[0] === 9).map((value) => value[2]);
}

/** Operation -> file, as the service's table has it. */
function filesOf(service) {
  const index = readFileSync(join(actionsFolder, service, 'index.ts'), 'utf8');
  const files = new Map();
  for (const [, names, file] of index.matchAll(/import \{([^}]+)\} from '\.\/([\w-]+)'/g))
    for (const name of names.split(',')) files.set(name.trim(), `${file}.ts`);
  const table = index.slice(index.lastIndexOf('= {'));
  return new Map(
    [...table.matchAll(/^ {2}(\w+): (\w+),$/gm)].map(([, operation, action]) => [
      operation,
      files.get(action),
    ]),
  );
}

/** What the header of an action file says of it. */
function stateOf(service, file) {
  const path = join(actionsFolder, service, file);
  const header = /\/\*\*[\s\S]*?\*\//.exec(readFileSync(path, 'utf8'))?.[0] ?? '';
  const lines = header
    .split('\n')
    .map((line) => line.replace(/^\s*(\/\*\*|\*\/|\*)\s?/, '').replace(/\s*\*\/$/, ''));
  const tag = /@(emulated|stored)\b ?(.*)/.exec(lines.join(' '));
  if (!tag) throw new Error(`${service}/${file} says neither @emulated nor @stored`);
  return { state: tag[1], note: tag[2].trim() };
}

function section([service, title, client, whole]) {
  const files = existsSync(join(actionsFolder, service)) ? filesOf(service) : new Map();
  const all = operationsOf(client).sort();
  for (const operation of files.keys())
    if (!all.includes(operation)) throw new Error(`${title} has no action ${operation}`);
  const rows = all.map((operation) =>
    files.has(operation)
      ? { operation, ...stateOf(service, files.get(operation)) }
      : { operation, state: 'absent', note: '' },
  );
  const count = (state) => rows.filter((row) => row.state === state).length;
  const shown = whole ? rows : rows.filter(({ state }) => state !== 'absent');
  const counts = `${count('emulated')} emulated, ${count('stored')} stored, ${count('absent')} absent`;
  const rest = whole ? '' : '\nAbsent: every other action.\n';
  const table = shown.map(
    ({ operation, state, note }) => `| ${operation} | ${state} | ${note.replaceAll('|', '\\|')} |`,
  );
  return `### ${title}: ${counts}\n\n| action | | |\n|---|---|---|\n${table.join('\n')}\n${rest}`;
}

const begin = '<!-- The tables are made by `npm run generate` from src/local/actions. -->\n';
const end = '<!-- End of the tables. -->\n';

function generate() {
  const text = readFileSync(page, 'utf8');
  const [before, after] = [text.split(begin)[0], text.split(end)[1]];
  return `${before}${begin}\n${services.map(section).join('\n')}\n${end}${after}`;
}

/** Action files that no table names. */
function strays() {
  return readdirSync(actionsFolder).flatMap((service) => {
    const known = new Set(filesOf(service).values());
    const tagged = (file) =>
      /@(emulated|stored)\b/.test(readFileSync(join(actionsFolder, service, file), 'utf8'));
    const files = readdirSync(join(actionsFolder, service)).filter(
      (file) => file !== 'index.ts' && !known.has(file),
    );
    return files.filter(tagged).map((file) => `${service}/${file}`);
  });
}

function main() {
  const text = generate();
  const stray = strays();
  const stale = readFileSync(page, 'utf8') !== text;
  for (const file of stray) process.stderr.write(`${file} is in no table of actions\n`);
  if (process.argv[2] === '--check') {
    if (stale)
      process.stderr.write('docs/local-aws.md differs from src/local/actions: run npm run generate\n');
    process.exitCode = stale || stray.length > 0 ? 1 : 0;
    return;
  }
  writeFileSync(page, text);
  process.exitCode = stray.length > 0 ? 1 : 0;
}

main();
