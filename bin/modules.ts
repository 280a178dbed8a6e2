/**
 * Modules of the bundle. A chunk is a file with a table of them; it is read when the first of them is asked for, and a module
 * runs when it is asked for the first time.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache';

interface Module {
  exports: unknown;
}

type Define = (
  this: unknown,
  ...given: [module: Module, exports: unknown, require: NodeJS.Require, filename: string, dirname: string]
) => void;

interface Chunk {
  readonly script: Script;
  readonly modules: { readonly [path: string]: Define };
  /** How many of them have run, and how many had in the run that kept what V8 made of them. */
  ran: number;
  readonly keptOf: number;
}

/** The local AWS is large, and whoever serves it is in no hurry. */
const uncached = new Set(['local']);

/** `#core/src/deploy.ts` is the module `src/deploy.ts` of the chunk `core`; any other name is for Node.js. */
const inBundle = /^#([\w-]+)\/(.+)$/;

export class Modules {
  private readonly chunks = new Map<string, Chunk>();
  private readonly loaded = new Map<string, Module>();
  private readonly require: NodeJS.Require;

  constructor(
    private readonly folder: string,
    private readonly cache: CodeCache | null,
  ) {
    this.require = Object.assign((id: string) => this.load(id), require);
    if (cache !== null) process.once('exit', () => this.keep(cache));
  }

  load(id: string): unknown {
    const known = this.loaded.get(id);
    if (known !== undefined) return known.exports;
    const [, chunk, path] = inBundle.exec(id) ?? [];
    return chunk === undefined || path === undefined ? require(id) : this.run(id, { chunk, path });
  }

  private run(id: string, { chunk, path }: { chunk: string; path: string }): unknown {
    const from = this.chunk(chunk);
    const define = from.modules[path];
    if (define === undefined) throw new Error(`the bundle lacks ${id}`);
    from.ran += 1;
    const module: Module = { exports: {} };
    this.loaded.set(id, module);
    try {
      define.call(module.exports, module, module.exports, this.require, __filename, this.folder);
    } catch (error) {
      this.loaded.delete(id);
      throw error;
    }
    return module.exports;
  }

  private chunk(name: string): Chunk {
    const known = this.chunks.get(name);
    if (known !== undefined) return known;
    const kept = uncached.has(name) ? null : (this.cache?.read(name) ?? null);
    const filename = join(this.folder, `${name}.js`);
    const cachedData = kept?.code;
    const script = new Script(readFileSync(filename, 'latin1'), {
      filename,
      ...(cachedData && { cachedData }),
    });
    const modules = script.runInThisContext() as Chunk['modules'];
    const taken = kept !== null && script.cachedDataRejected === false;
    const chunk = { script, modules, ran: 0, keptOf: taken ? kept.modules : 0 };
    this.chunks.set(name, chunk);
    return chunk;
  }

  /** Once more where V8 did not take what there was, or when this run went further than the one that wrote it. */
  private keep(cache: CodeCache): void {
    for (const [name, { script, ran, keptOf }] of this.chunks)
      if (ran > keptOf && !uncached.has(name))
        cache.write(name, { modules: ran, code: script.createCachedData() });
  }
}
