/** Work that several functions have in common is done once in an invocation, and all of them wait for it. */
export class Once {
  private readonly under = new Map<string, Promise<unknown>>();

  /** The same key means the same work. */
  do<T>(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.under.get(key) as Promise<T> | undefined;
    if (known) return known;
    const begun = work();
    this.under.set(key, begun);
    return begun;
  }
}
