/**
 * Makes dist/: shipit with all that it needs but Node.js, as chunks of modules that bin/modules.ts loads one by one.
 *
 *   node scripts/bundle.js            writes the files
 *   node scripts/bundle.js --check    exits 1 and names the files that differ
 */
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { chunkOf } = require('./bundle/chunks');
const { licencesOf } = require('./bundle/licences');
const { linkedModules } = require('./bundle/modules');
const { options, own } = require('./bundle/own');

const root = join(__dirname, '..');
const dist = join(root, 'dist');

/** What a process can begin with; all but the command itself are there when the Action is. */
const entries = { shipit: 'commands/start.ts', action: 'action/main.ts', post: 'action/post.ts' };

async function bundle() {
  const present = Object.entries(entries).filter(([, path]) => existsSync(join(root, path)));
  const modules = await linkedModules(present.map(([, path]) => path));
  const files = new Map();
  for (const name of [...new Set(modules.map(({ id }) => chunkOf(id)))].sort())
    files.set(`${name}.js`, chunkText(modules.filter(({ id }) => chunkOf(id) === name)));
  const digest = createHash('sha256')
    .update([...files.values()].join('\0'))
    .digest('hex')
    .slice(0, 16);
  for (const [name, path] of present) files.set(`${name}.js`, await entryText(name, path, digest));
  files.set('THIRD-PARTY-LICENSES.txt', licencesOf(modules.map(({ id }) => id)));
  return files;
}

/** One expression, the table of its modules. Each stands on lines of its own, so that a change is a small one. */
function chunkText(modules) {
  const texts = modules.map(
    ({ id, code }) => `${JSON.stringify(id)}(module,exports,require,__filename,__dirname){${code}},\n`,
  );
  return `({\n${texts.join('')}})\n`;
}

async function entryText(name, path, digest) {
  const commands = readdirSync(join(root, 'commands')).filter((file) => file.endsWith('.ts'));
  const { outputFiles } = await esbuild.build({
    ...options,
    ...(name === 'shipit' ? { entryPoints: [join(root, 'bin/shipit.ts')] } : { stdin: begin(path) }),
    bundle: true,
    format: 'cjs',
    write: false,
    plugins: [own({ lazy: true })],
    define: {
      bundleDigest: JSON.stringify(digest),
      commandNames: JSON.stringify(commands.map((file) => file.slice(0, -3)).sort()),
    },
  });
  return outputFiles[0].text;
}

/** Runs once and on a machine that is thrown away: nothing is kept for the next time. */
function begin(path) {
  const contents = `import { Modules } from './bin/modules';\nnew Modules(__dirname, null).load('#${chunkOf(path)}/${path}');\n`;
  return { contents, resolveDir: root, loader: 'ts' };
}

async function main() {
  const files = await bundle();
  if (process.argv[2] === '--check') return check(files);
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  for (const [name, text] of files) writeFileSync(join(dist, name), text);
}

function check(files) {
  const there = existsSync(dist) ? readdirSync(dist) : [];
  const differ = [...new Set([...files.keys(), ...there])].filter((name) => {
    const path = join(dist, name);
    return !files.has(name) || !existsSync(path) || readFileSync(path, 'utf8') !== files.get(name);
  });
  for (const name of differ.sort())
    console.error(`dist/${name} is not what the sources make: run \`npm run build\``);
  process.exitCode = differ.length === 0 ? 0 : 1;
}

main();
