/** All modules that entries lead to, each as CommonJS that asks for the others by `#<chunk>/<id>`. */
const { readFileSync } = require('node:fs');
const { builtinModules } = require('node:module');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { chunkOf } = require('./chunks');
const { loadsLazily } = require('./lazy');
const { options, own, ownPackage, ownSource } = require('./own');

const root = join(__dirname, '..', '..');

/** esbuild is the user's own, and the framework looks for the compiler of a plugin that is written in TypeScript. */
const external = ['esbuild', 'typescript', 'ts-node', 'tsx'];

/** Signatures for several regions at once, which nobody makes; and the text of a validator that nobody writes. */
const absent = ['@aws-sdk/signature-v4-crt', '@aws-sdk/signature-v4a', 'ajv/dist/runtime/ucs2length'];

const lazily = { lazy: true };

/** `id` is the path from the root of the project, or from the folder of packages. */
async function linkedModules(entries) {
  const inputs = await inputsOf(entries);
  const modules = await Promise.all(
    Object.entries(inputs).map(async ([path, { imports }]) => ({
      id: idOf(path),
      code: await linked(path, imports),
    })),
  );
  return modules.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const isOurs = (path) => /^(src|commands|action)\//.test(path);

const namesLate = /(?<![.\w])require\([a-z]\w*\)/;

const idOf = (path) => path.replace(/^node_modules\//, '');

/** esbuild finds what is imported where; what it would write is not needed. */
async function inputsOf(entries) {
  const { metafile } = await esbuild.build({
    ...options,
    absWorkingDir: root,
    entryPoints: entries,
    external,
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    outdir: 'dist',
    mainFields: ['main', 'module'],
    plugins: [own(lazily)],
  });
  return metafile.inputs;
}

async function linked(path, imports) {
  const { contents, loader } = sourceOf(join(root, path));
  if (loader === 'json') return `module.exports=${JSON.stringify(JSON.parse(contents))}`;
  const { code } = await esbuild.transform(contents, {
    ...options,
    loader,
    format: 'cjs',
    // What is bundled is there at once; nothing else is imported this way.
    supported: { 'dynamic-import': false },
  });
  const targets = new Map(
    imports.filter((one) => !one.external).map(({ original, path: to }) => [original, to]),
  );
  if (isOurs(path) && namesLate.test(code))
    throw new Error(`${path} asks for a module whose name only it knows`);
  return code.trimEnd().replace(/\brequire\((["'])([^"'`${}]+)\1\)/g, (whole, _quote, specifier) => {
    const target = targets.get(specifier);
    if (target !== undefined) return `require("#${chunkOf(idOf(target))}/${idOf(target)}")`;
    return known(whole, { specifier, path });
  });
}

function sourceOf(path) {
  if (path.endsWith('.ts')) return ownSource(path, lazily);
  if (path === join(root, 'package.json')) return ownPackage(path);
  const contents = readFileSync(path, 'utf8');
  if (path.endsWith('.json')) return { contents, loader: 'json' };
  return { contents: path.includes('@oclif/core/lib/') ? loadsLazily(contents) : contents, loader: 'js' };
}

/** Whatever is left has to be there where the bundle runs. */
function known(text, { specifier, path }) {
  const name = specifier.replace(/^node:/, '');
  if (builtinModules.includes(name) || external.includes(specifier) || absent.includes(specifier))
    return text;
  throw new Error(`${path} asks for ${specifier}, which is not in the bundle`);
}

module.exports = { linkedModules };
