import { basename, extname } from 'node:path';
import { escapes } from './inside';
import type { CodeMap } from './made-of';
import type { Path } from './places';
import type { Problem } from './problem';
import { keyProblem, type Spot, valueProblem } from './rule';
import type { Code } from './schema.gen';

/** Code of a function or of a layer, and what it is to run on. */
export interface CodeToCheck {
  readonly code: Code | undefined;
  /** The function or layer, for people. */
  readonly key: string;
  /** Runtimes as far as they are declared. */
  readonly runtimes: readonly string[];
}

const paths = ['path', 'bundle', 'python', 'requirements'] as const;
const named = ['path', 'bundle', 'python'] as const;

/** What the schema cannot say about code. What is missing altogether is said by whoever has it. */
export function codeProblems(spot: Spot, checked: CodeToCheck): Problem[] {
  const { code } = checked;
  if (code === undefined) return [];
  if (typeof code === 'string') return outsideProblems(spot, ['code'], code);
  const map: CodeMap = code;
  return [
    ...paths.flatMap((key) => outsideProblems(spot, ['code', key], map[key])),
    ...allowProblems(spot, ['code'], map.allow),
    ...zipProblems(spot, map),
    ...bundleProblems(spot, map, checked),
    ...runtimeProblems(spot, { key: 'python', of: 'python', language: 'Python' }, { map, checked }),
  ];
}

/** A map that names no code; what is wrong or not known yet is not missing. */
export function unnamedProblems(spot: Spot, code: Code | undefined): Problem[] {
  if (typeof code !== 'object' || named.some((key) => spot.has(['code', key]))) return [];
  const what = '`path`, `bundle` or `python` is missing';
  return [keyProblem(spot, ['code'], { what, hint: 'such as path: dist' })];
}

/** Nothing outside of the project is read. */
export function outsideProblems(spot: Spot, place: Path, path: string | undefined): Problem[] {
  const wrong = path === undefined ? null : escapes(path);
  if (wrong === null) return [];
  const what = `${JSON.stringify(path)} ${wrong}`;
  return [valueProblem(spot, place, { what, hint: 'name a path below the project file' })];
}

/** Files by their paths in what is packed. */
export function allowProblems(spot: Spot, place: Path, allow: readonly string[] | undefined): Problem[] {
  return (allow ?? []).flatMap((path, index) => {
    const wrong = escapes(path);
    if (wrong === null) return [];
    const hint = 'name a file by its path in the folder, such as `config/.env`';
    return [
      valueProblem(spot, [...place, 'allow', index], { what: `${JSON.stringify(path)} ${wrong}`, hint }),
    ];
  });
}

function zipProblems(spot: Spot, { path }: CodeMap): Problem[] {
  if (path === undefined || !path.endsWith('.zip')) return [];
  return (['include', 'exclude'] as const)
    .filter((key) => spot.has(['code', key]))
    .map((key) => {
      const what = 'a ready .zip is deployed byte for byte, and nothing of it is left out';
      return keyProblem(spot, ['code', key], { what, hint: 'delete it, or name the folder' });
    });
}

const modules = ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'];

function bundleProblems(spot: Spot, map: CodeMap, checked: CodeToCheck): Problem[] {
  const { bundle: entry } = map;
  if (entry === undefined) return [];
  const refuse = (what: string, hint: string): Problem[] => [
    valueProblem(spot, ['code', 'bundle'], { what, hint }),
  ];
  const extension = extname(entry);
  const isModule = modules.includes(extension) && !/\.d\.[mc]?ts$/.test(entry);
  if (!isModule)
    return refuse(`${JSON.stringify(entry)} is no module`, `name a file with ${modules.join(', ')}`);
  if (basename(entry, extension).includes('.')) {
    const hint = 'give the file a name without one: Lambda takes a handler apart at its first dot';
    return refuse(`${JSON.stringify(entry)} has another dot in its name`, hint);
  }
  return runtimeProblems(spot, { key: 'bundle', of: 'nodejs', language: 'Node.js' }, { map, checked });
}

interface Language {
  readonly key: 'bundle' | 'python';
  /** What its runtimes begin with. */
  readonly of: string;
  readonly language: string;
}

function runtimeProblems(
  spot: Spot,
  { key, of, language }: Language,
  { map, checked }: { map: CodeMap; checked: CodeToCheck },
): Problem[] {
  const other = checked.runtimes.find((runtime) => !runtime.startsWith(of));
  if (map[key] === undefined || other === undefined) return [];
  const what = `this is for ${language}, and \`${checked.key}\` is for ${other}`;
  const hint = `give it a runtime of ${language}, or name its folder with \`path\``;
  return [keyProblem(spot, ['code', key], { what, hint })];
}
