/** The trees that are packed. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const source = join(__dirname, '../../node_modules');
const largest = 40_000;

/**
 * So many files of the packages that are installed here, with their folders: real code, since what is made up compresses
 * better or worse than code. Where they are smaller than asked for together, each is written more than once into itself.
 */
export function realTree(folder: string, { files, bytes }: { files: number; bytes: number }): void {
  const all = codeBelow('').filter((path) => statSync(join(source, path)).size <= largest);
  const taken = Array.from({ length: files }, (_, index) => ({
    from: all[index % all.length] ?? '',
    to: `${index < all.length ? '' : `again${Math.floor(index / all.length)}/`}${all[index % all.length]}`,
  }));
  const total = taken.reduce((sum, { from }) => sum + statSync(join(source, from)).size, 0);
  const factor = bytes / total;
  for (const { from, to } of taken) {
    const path = join(folder, 'node_modules', to);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, stretched(readFileSync(join(source, from)), factor));
  }
}

/** Longer by that factor with text of its own, or shorter. */
function stretched(text: Buffer, factor: number): Buffer {
  const length = Math.round(text.length * factor);
  if (length <= text.length) return text.subarray(0, length);
  const copies = Array.from({ length: Math.ceil(factor) }, () => text);
  return Buffer.concat(copies).subarray(0, length);
}

function codeBelow(prefix: string): string[] {
  const entries = readdirSync(join(source, prefix), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return codeBelow(`${prefix}${entry.name}/`);
    return entry.isFile() && /\.(m?js|cjs|ts|json|map|md)$/.test(entry.name) ? [prefix + entry.name] : [];
  });
}

/** One file of so many bytes, as a bundler would join modules. */
export function bundle(folder: string, bytes: number): void {
  const parts: Buffer[] = [];
  let length = 0;
  for (const path of codeBelow('')) {
    if (!/\.c?js$/.test(path)) continue;
    const text = readFileSync(join(source, path));
    parts.push(text);
    length += text.length;
    if (length >= bytes) break;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.js'), Buffer.concat(parts).subarray(0, bytes));
}

/** So many megabytes in a hundred files, half of which deflate cannot make smaller. */
export function largeTree(folder: string, bytes: number): void {
  mkdirSync(folder, { recursive: true });
  const text = readFileSync(join(source, 'typescript/lib/typescript.js')).subarray(0, 2_500_000);
  for (let index = 0; index < 49; index += 1) {
    writeFileSync(join(folder, `lib${index}.js`), text);
    writeFileSync(join(folder, `data${index}.bin`), noise(index, text.length));
  }
  writeFileSync(join(folder, 'one.bin'), noise(49, bytes - 98 * text.length));
}

function noise(seed: number, bytes: number): Buffer {
  const blocks: Buffer[] = [];
  for (let index = 0; index * 64 < bytes; index += 1)
    blocks.push(createHash('sha512').update(`${seed} ${index}`).digest());
  return Buffer.concat(blocks).subarray(0, bytes);
}

/** So many functions with a few modules each. */
export function functionsTree(folder: string, count: number): void {
  const modules = codeBelow('')
    .filter((path) => path.endsWith('.js'))
    .slice(0, 40);
  for (let index = 0; index < count; index += 1) {
    const name = join(folder, `f${String(index).padStart(3, '0')}`);
    mkdirSync(name, { recursive: true });
    writeFileSync(join(name, 'index.js'), `exports.handler = async () => ${index};\n`);
    for (const [at, path] of modules.entries()) cpSync(join(source, path), join(name, `m${at}.js`));
  }
}
