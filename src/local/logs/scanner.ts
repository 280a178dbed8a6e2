/** Walks through a text from left to right. */
export class Scanner {
  at = 0;

  constructor(readonly text: string) {}

  get over(): boolean {
    return this.at >= this.text.length;
  }

  /** Takes what the pattern matches right here; it must be sticky. Null when it does not match. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  /** Takes this very text, or nothing. */
  takeText(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  skipSpace(): void {
    this.take(/\s*/y);
  }
}
