/**
 * Makes src/ui/page.gen.ts: script and style of the page, bundled, with the digests by which its policy knows them. The page is
 * one file without a build step for users, so what the bundler makes of it is kept in the repository.
 *
 *   node scripts/page.js            writes the file
 *   node scripts/page.js --check    exits 1 when it differs
 */
const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { build } = require('esbuild');

const root = join(__dirname, '..');
const file = 'src/ui/page.gen.ts';

/** What the fold shares its files with may need Node, and none of that is used here: it must fall away. */
const withoutNode = {
  name: 'without-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'node', sideEffects: false }));
    onLoad({ filter: /.*/, namespace: 'node' }, () => ({
      contents: 'export const createHash = 0, inspect = 0, styleText = 0;',
    }));
  },
};

async function bundle(entry, more) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    charset: 'ascii',
    legalComments: 'inline',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    ...more,
  });
  const text = outputFiles[0].text.trim();
  const used = Object.values(metafile.outputs)[0].inputs;
  const node = Object.keys(used).filter((name) => name.startsWith('node:') && used[name].bytesInOutput > 0);
  if (node.length > 0) throw new Error(`the page cannot have ${node.join(', ')}`);
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${entry} would end the element it stands in`);
  return text;
}

const digestOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

async function generate() {
  const script = await bundle('src/ui/page/main.ts', {
    format: 'iife',
    platform: 'browser',
    plugins: [withoutNode],
  });
  const style = await bundle('src/ui/page/style.css', {});
  const values = {
    pageScript: script,
    pageStyle: style,
    scriptDigest: digestOf(script),
    styleDigest: digestOf(style),
  };
  const lines = Object.entries(values).map(
    ([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`,
  );
  return `// Generated from src/ui/page/ by scripts/page.js. Change that, then run \`npm run generate\`.\n${lines.join('')}`;
}

async function main() {
  const text = await generate();
  let current = null;
  try {
    current = readFileSync(join(root, file), 'utf8');
  } catch {
    // It is made for the first time.
  }
  if (process.argv[2] === '--check') {
    if (current !== text) process.stderr.write(`${file} differs from src/ui/page/: run npm run generate\n`);
    process.exitCode = current === text ? 0 : 1;
    return;
  }
  if (current !== text) writeFileSync(join(root, file), text);
  process.stdout.write(`${file}: ${text.length} characters, ${current === text ? 'unchanged' : 'changed'}\n`);
}

main();
