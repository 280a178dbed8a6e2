import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

const root = join(__dirname, '../..');
/** Below the packages, so that they are found from there. */
const out = join(root, 'node_modules/.cache/bench');

/** The path of a program that does not load a compiler, and what it needs of src/ beside it. */
export function compiled(rooms: readonly string[], program: string): string {
  rmSync(out, { recursive: true, force: true });
  for (const room of rooms)
    for (const name of readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' }))
      if (/(?<!\.d)\.ts$|\.gen\.js$/.test(name)) compile(join('src', room, name));
  return compile(program);
}

function compile(path: string): string {
  const text = readFileSync(join(root, path), 'utf8');
  const to = join(out, path.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, path.endsWith('.ts') ? codeOf(text) : text);
  return to;
}

const codeOf = (text: string): string =>
  transformSync(text, {
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  }).code;
