/** Reads words, names, texts and numbers of a query, and says where it went wrong. */
import { Scanner } from '../scanner';
import { malformed } from './malformed';

/** Brackets and operators in each other; more could not be evaluated. */
const deepest = 100;

const periodMs: { readonly [unit: string]: number } = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

export class Reader {
  private readonly scanner: Scanner;
  private depth = 0;

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  get at(): number {
    return this.scanner.at;
  }

  get over(): boolean {
    this.skip();
    return this.scanner.over;
  }

  /** What was read since a place, as it was written. */
  since(at: number): string {
    return this.scanner.text.slice(at, this.scanner.at).trim();
  }

  /** Throws MalformedQueryException for what stands here. */
  fail(): never {
    this.skip();
    throw malformed(this.scanner.text, this.scanner.at);
  }

  /** Throws for what stands at a place that was read already. */
  failAt(at: number): never {
    this.scanner.at = at;
    return this.fail();
  }

  nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > deepest) this.fail();
    const result = read();
    this.depth -= 1;
    return result;
  }

  /** Takes a sign, such as `(` or `>=`. */
  sign(...signs: readonly string[]): string | null {
    this.skip();
    return signs.find((sign) => this.scanner.takeText(sign)) ?? null;
  }

  expect(sign: string): void {
    if (this.sign(sign) === null) this.fail();
  }

  /** Takes one of these words, in any case. */
  word(...words: readonly string[]): string | null {
    this.skip();
    const before = this.scanner.at;
    const found = this.scanner.take(/[A-Za-z_]+(?![\w.@])/y)?.[0].toLowerCase();
    if (found !== undefined && words.includes(found)) return found;
    this.scanner.at = before;
    return null;
  }

  /** Takes the name of a function when its bracket follows. */
  call(): string | null {
    this.skip();
    return this.scanner.take(/([A-Za-z_]\w*)\s*\(/y)?.[1]?.toLowerCase() ?? null;
  }

  /** A field, in backquotes or without. */
  field(): string | null {
    this.skip();
    const quoted = this.scanner.take(/`([^`]+)`/y)?.[1];
    return quoted ?? this.scanner.take(/[@A-Za-z_][\w@.]*/y)?.[0] ?? null;
  }

  name(): string {
    return this.field() ?? this.fail();
  }

  text(): string | null {
    this.skip();
    const found = this.scanner.take(/"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y);
    if (!found) return null;
    return (found[1] ?? found[2] ?? '').replace(/\\(["'\\])/g, '$1');
  }

  /** A number, or a period such as `5m` as milliseconds. */
  number(): number | null {
    this.skip();
    const [, digits, unit] = this.scanner.take(/(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(ms|[smhdw])?(?!\w)/y) ?? [];
    return digits === undefined ? null : Number(digits) * (periodMs[unit ?? 'ms'] ?? 1);
  }

  /** `/…/` in the dialect of the service: `(?i)` and `(?s)` may stand anywhere and count for all of it. */
  regex(): RegExp | null {
    this.skip();
    const before = this.scanner.at;
    const source = this.scanner.take(/\/((?:[^/\\\n]|\\.)+)\//y)?.[1];
    if (source === undefined) return null;
    const flags = new Set<string>();
    const plain = source.replace(/\(\?([ims]+)\)/g, (_, given: string) => {
      for (const flag of given) flags.add(flag);
      return '';
    });
    try {
      return new RegExp(plain.replaceAll('(?P<', '(?<'), [...flags].join(''));
    } catch {
      this.scanner.at = before;
      return this.fail();
    }
  }

  /** Comments last from `#` to the end of the line. */
  private skip(): void {
    this.scanner.take(/(?:\s|#[^\n]*)*/y);
  }
}
