/** How sources become what a bundle holds. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

/** Names stay as they are written, for whoever reads a stack trace. */
const options = {
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  tsconfigRaw: '{}',
};

/** package.json as far as the tool reads it, so that a script which changes changes no bundle. */
function ownPackage(path) {
  const { name, version, description } = JSON.parse(readFileSync(path, 'utf8'));
  return { contents: JSON.stringify({ name, version, description }), loader: 'json' };
}

/** `lazy`: what a module imports is loaded when it is first used, and not when the module is. */
function ownSource(path, { lazy }) {
  const source = readFileSync(path, 'utf8');
  const specifiers = [...source.matchAll(/ from '([^']+)';$/gm)].map(([, specifier]) => specifier);
  const { code } = transformSync(source, {
    filename: path,
    swcrc: false,
    module: { type: 'commonjs', lazy: lazy ? [...new Set(specifiers)] : false },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  return { contents: code, loader: 'js' };
}

/** Of packages, what stands for them in the bundle when one of ours or the framework asks: see ./instead. */
const instead = {
  '@oclif/core': /\/(commands|src)\//,
  debug: /\/@oclif\/core\//,
  ejs: /\/@oclif\/core\//,
  'string-width': /\/(@oclif\/core|wrap-ansi|widest-line)\//,
  'wsl-utils': /\/@oclif\/core\//,
};

const own = (how) => ({
  name: 'own',
  setup(build) {
    build.onResolve({ filter: /^[@\w/-]+$/ }, ({ path, importer }) => {
      if (!Object.hasOwn(instead, path) || !instead[path].test(importer)) return undefined;
      return { path: join(__dirname, 'instead', `${path.replace(/^@/, '').replace('/', '-')}.js`) };
    });
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ownSource(path, how));
    build.onLoad({ filter: /package\.json$/ }, ({ path }) => ownPackage(path));
  },
});

module.exports = { options, own, ownPackage, ownSource };
