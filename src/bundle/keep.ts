/** The packages that a bundle leaves outside, found while esbuild follows its imports. */
import { isBuiltin } from 'node:module';
import type { OnResolveArgs, OnResolveResult, Plugin } from 'esbuild';
import type { BundleRequest, Remark } from '../core/building';
import { Natives } from './native';
import { findPackage, type Package } from './packages';

/** Adds them by name to what is kept, and to what is missing those that were asked for and are not there. */
export function keepFiles(request: BundleRequest, kept: Map<string, Package>, missing: Remark[]): Plugin {
  const natives = new Natives();
  const isProvided = anyOf(request.provided);
  const isExternal = anyOf(request.external);
  const resolve = async ({ path, resolveDir }: OnResolveArgs): Promise<OnResolveResult | undefined> => {
    const name = packageName(path);
    if (name === null || isBuiltin(path) || isProvided(path)) return undefined;
    const asked = isExternal(name) || isExternal(path);
    const found = await findPackage(name, resolveDir);
    if (found === null && asked && !missing.some(({ what }) => what === notThere(name).what))
      missing.push(notThere(name));
    if (found === null) return asked ? { path, external: true } : undefined;
    if (!asked && !(await natives.has(found))) return undefined;
    kept.set(name, firstOf(found, kept.get(name)));
    return { path, external: true };
  };
  return {
    name: 'shipit',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, (args) =>
        args.kind === 'entry-point' ? undefined : resolve(args),
      );
    },
  };
}

/** Of two versions the one nearest to the root, whatever esbuild came upon first. */
function firstOf(a: Package, b: Package | undefined): Package {
  if (b === undefined || a.folder.length < b.folder.length) return a;
  return a.folder.length === b.folder.length && a.folder < b.folder ? a : b;
}

/** `@scope/name/file` is of `@scope/name`; null for what is no package. */
function packageName(path: string): string | null {
  return /^(?:@[^/]+\/)?[^@./#][^/:]*(?=\/|$)/.exec(path)?.[0] ?? null;
}

/** Names and what lies below them; `*` stands for anything. */
function anyOf(names: readonly string[]): (path: string) => boolean {
  const forms = names.map((name) => {
    const words = name.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${words.join('.*')}(/.*)?$`);
  });
  return (path) => forms.some((form) => form.test(path));
}

const notThere = (name: string): Remark => ({
  at: null,
  what: `${name} is in \`external\` and is not installed`,
  hint: 'install it, unless a layer brings it',
});
