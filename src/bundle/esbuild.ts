/** Bundles with esbuild. */
import { realpath } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import type { BuildOptions, BuildResult, Message, Plugin } from 'esbuild';
import type { Bundled, BundleRequest, Bundler, Remark, StagedFile } from '../core/building';
import { carry } from './carry';
import { keepFiles } from './keep';
import { type Loaded, loadEsbuild } from './load';
import type { Package } from './packages';

type Result = BuildResult<{ write: false; metafile: true }>;

export function createBundler(): Bundler {
  return {
    async bundle(request) {
      const root = await realpath(request.root);
      const esbuild = loadEsbuild(root);
      if (esbuild === null) return null;
      const entry = join(root, relative(request.root, request.entry));
      return bundleWith(esbuild, { ...request, root, entry });
    },
  };
}

async function bundleWith(esbuild: Loaded, request: BundleRequest): Promise<Bundled> {
  const kept = new Map<string, Package>();
  const missing: Remark[] = [];
  const options = optionsOf(request, keepFiles(request, kept, missing));
  const result = await esbuild.build(options).catch((error: unknown) => failed(error));
  if ('problems' in result) return { problems: result.problems, warnings: [], files: [], inputs: [] };
  const carried = await carry([...kept.values()], request.architecture);
  return {
    problems: [],
    warnings: [...result.warnings.map(remarkOf), ...missing, ...carried.warnings],
    files: [...outputsOf(result, request), ...carried.files],
    inputs: inputsOf(result),
  };
}

type Options = BuildOptions & { readonly write: false; readonly metafile: true };

function optionsOf(request: BundleRequest, plugin: Plugin): Options {
  const { root, entry, format, minify, sourceMap, target, provided } = request;
  const name = basename(entry, extname(entry));
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    // Nothing is written: it only says what paths are relative to.
    outfile: join(root, `${name}.${format === 'esm' ? 'mjs' : 'js'}`),
    allowOverwrite: true,
    write: false,
    bundle: true,
    metafile: true,
    platform: 'node',
    treeShaking: true,
    logLevel: 'silent',
    loader: { '.node': 'copy' },
    charset: 'utf8',
    external: [...provided],
    plugins: [plugin],
    sourcemap: sourceMap ? 'linked' : false,
    ...{ format, minify, target },
    ...(format === 'esm' ? { mainFields: ['module', 'main'], banner: { js: commonJsInside } } : {}),
  };
}

/** What modules in CommonJS expect, where the whole is an ES module. Not as declarations: the module may have its own. */
const commonJsInside = [
  "import { createRequire as shipitCreateRequire } from 'node:module';",
  'globalThis.require ??= shipitCreateRequire(import.meta.url);',
  'globalThis.__filename ??= import.meta.filename;',
  'globalThis.__dirname ??= import.meta.dirname;',
].join('');

function failed(error: unknown): { problems: Remark[] } {
  const errors = error instanceof Error && 'errors' in error ? error.errors : null;
  if (!Array.isArray(errors) || errors.length === 0) throw error;
  return { problems: errors.map(remarkOf) };
}

function remarkOf({ text, location, notes }: Message): Remark {
  const at = location && `${location.file}:${location.line}:${location.column + 1}`;
  return { at, what: text, hint: notes[0]?.text.split('\n')[0] ?? null };
}

function outputsOf({ outputFiles }: Result, { root }: BundleRequest): StagedFile[] {
  const files = outputFiles.map(({ path, contents }) => ({
    path: relative(root, path).replaceAll('\\', '/'),
    from: contents,
    executable: false,
  }));
  return files.sort((a, b) => a.path.length - b.path.length);
}

function inputsOf({ metafile }: Result): Bundled['inputs'] {
  const outputs = Object.values(metafile.outputs);
  return outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput })),
  );
}
