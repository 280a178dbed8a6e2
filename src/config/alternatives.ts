import type { Path } from './places';
import type { Append, Bundle, Dockerfile, Files, Python } from './schema.gen';

interface Plain {
  readonly [key: string]: unknown;
}

type Keys = readonly string[];

const packed = ['include', 'exclude', 'allow'] as const;

/** The keys of each form of code that is a map. */
export const codeForms = {
  files: ['path', ...packed] satisfies (keyof Files)[],
  bundle: [...(['bundle', 'format', 'minify', 'sourceMap', 'external', 'awsSdk'] satisfies (keyof Bundle)[])],
  python: ['python', 'requirements', 'installer', ...packed] satisfies (keyof Python)[],
} as const satisfies { readonly [form: string]: Keys };

/** The keys of each form of an image that is a map. */
export const imageForms = {
  dockerfile: [
    ...(['dockerfile', 'context', 'target', 'args'] satisfies (keyof Dockerfile)[]),
    ...(['secrets', 'cacheFrom', 'cacheTo', 'builder'] satisfies (keyof Dockerfile)[]),
  ],
  append: ['base', 'add', 'to', ...packed] satisfies (keyof Append)[],
} as const satisfies { readonly [form: string]: Keys };

const rolloutKinds = ['canary', 'linear', 'steps'];

/** True for maps at one place that mean different things: together they would be neither, so the stronger one replaces. */
export function standApart(over: Plain, under: Plain, path: Path): boolean {
  const [section, ...rest] = path[0] === 'stages' ? path.slice(2) : path;
  if (section === 'rollouts' && rest.length === 1) return isOtherRollout(over, under);
  const setting = section === 'defaults' ? rest[0] : rest[1];
  const isSetting = rest.length === (section === 'defaults' ? 1 : 2);
  if (!isSetting || !['defaults', 'functions', 'layers'].includes(String(section))) return false;
  // A shell that one command asks for is none of another's.
  if (setting === 'build') return Object.hasOwn(over, 'run') && Object.hasOwn(under, 'run');
  if (setting === 'code') return !haveForm([over, under], Object.values(codeForms));
  return setting === 'image' && section !== 'layers' && !haveForm([over, under], Object.values(imageForms));
}

/** A canary over a list of steps would be neither. */
function isOtherRollout(over: Plain, under: Plain): boolean {
  const kindOf = (value: Plain) => rolloutKinds.find((kind) => Object.hasOwn(value, kind));
  return kindOf(over) !== undefined && kindOf(under) !== undefined && kindOf(over) !== kindOf(under);
}

function haveForm(maps: readonly Plain[], forms: readonly Keys[]): boolean {
  const keys = maps.flatMap((map) => Object.keys(map));
  return forms.some((form) => keys.every((key) => form.includes(key)));
}
