/** Plants a mutant: from then on its file is loaded with another text. To be called before anything of it is loaded. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { transformSync } from '@swc/core';
import type { Mutant } from './mutants';

type Compiled = NodeModule & { _compile(code: string, filename: string): void };

/** A mutant that does not apply proves nothing, so it is an error. */
function mutated({ name, find, replace }: Mutant, source: string): string {
  const parts = source.split(find);
  if (parts.length !== 2)
    throw new RangeError(`the mutant "${name}" applies ${parts.length - 1} times, and has to apply once`);
  return parts.join(replace);
}

export function plant(mutant: Mutant): void {
  const target = resolve(mutant.file);
  const text = mutated(mutant, readFileSync(target, 'utf8'));
  const load = require.extensions['.ts'];
  if (!load)
    throw new RangeError('TypeScript is not loaded by node here: run it with -r ./bench/register.js');
  require.extensions['.ts'] = (module, filename) => {
    if (filename !== target) return load(module, filename);
    const { code } = transformSync(text, {
      filename,
      module: { type: 'commonjs' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    (module as Compiled)._compile(code, filename);
  };
}
