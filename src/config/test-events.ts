import { isUtf8 } from 'node:buffer';
import { join, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { FileStat, Files } from '../core/ports';
import { linkOnTheWay } from './inside';

/** Largest request of a synchronous invoke (AWS Lambda quotas). */
const maxEventBytes = 6 * 1024 * 1024;

/** What stands beside `<name>.json` as `<name>.expected.json` is no event: it is what the function should answer. */
const isExpected = (path: string): boolean => path.endsWith('.expected.json');

export interface TestEvents {
  /** Absolute, sorted; without what is expected of them. */
  readonly paths: readonly string[];
  /** What is wrong, without the place; null when nothing is. */
  readonly problem: string | null;
}

const wrong = (problem: string): TestEvents => ({ paths: [], problem });

/** Finds the sample events of patterns below one folder; functions that share a pattern share the search. */
export class TestEventFinder {
  private readonly known = new Map<string, Promise<TestEvents>>();

  constructor(
    private readonly files: Files,
    private readonly root: string,
  ) {}

  find(pattern: string): Promise<TestEvents> {
    const known = this.known.get(pattern) ?? this.search(pattern);
    this.known.set(pattern, known);
    return known;
  }

  private async search(pattern: string): Promise<TestEvents> {
    const { base, isGlob } = picomatch.scan(pattern);
    const link = await linkOnTheWay(this.files, this.root, isGlob ? base : pattern);
    if (link !== null) return wrong(`${link} is a symbolic link`);
    const found = isGlob ? await this.matches(pattern, base) : await this.single(pattern);
    const samples = found.filter(({ path }) => !isExpected(path));
    if (samples.length === 0) return wrong(`no file matches \`${pattern}\``);
    const paths = samples.map(({ path }) => resolve(this.root, path)).sort();
    for (const { path, size } of found) {
      const problem = await this.problemOf(path, size);
      if (problem !== null) return wrong(`${path} ${problem}`);
    }
    return { paths, problem: null };
  }

  /** Paths are relative to the root. */
  private async matches(pattern: string, base: string): Promise<FileStat[]> {
    const folder = join(this.root, base);
    const stat = await this.files.stat(folder);
    if (stat?.kind !== 'folder') return [];
    const isMatch = picomatch(pattern, { nonegate: true, noextglob: true });
    const below = (await this.files.walk(folder)).map((file) => ({ ...file, path: join(base, file.path) }));
    return below.filter(({ path, kind }) => kind === 'file' && isMatch(path));
  }

  private async single(path: string): Promise<FileStat[]> {
    const stat = await this.files.stat(join(this.root, path));
    return stat?.kind === 'file' ? [{ ...stat, path }] : [];
  }

  private async problemOf(path: string, size: number): Promise<string | null> {
    if (size > maxEventBytes) return 'is larger than the 6 MB that Lambda takes';
    const bytes = await this.files.read(join(this.root, path));
    if (!isUtf8(bytes)) return 'is not UTF-8 text';
    try {
      JSON.parse(new TextDecoder().decode(bytes));
      return null;
    } catch (cause) {
      if (cause instanceof SyntaxError) return 'is not JSON';
      throw cause;
    }
  }
}
