/** Things that come in their own time, to be read in order. One reader. */
export class Pipe<T> implements AsyncIterable<T> {
  /** Resolves when there is something to read. */
  readonly filled: Promise<void>;
  private readonly waiting: T[] = [];
  private ended = false;
  private wake: () => void = () => undefined;

  constructor() {
    this.filled = this.change();
  }

  push(item: T): void {
    this.waiting.push(item);
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    while (!this.ended || this.waiting.length > 0) {
      const changed = this.change();
      if (this.waiting.length === 0 && !this.ended) await changed;
      for (let item = this.waiting.shift(); item !== undefined; item = this.waiting.shift()) yield item;
    }
  }

  private change(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
