/** Runs so many works at once, and one of a name only: whoever asks for it meanwhile gets the same answer. */
export function createGate(atOnce: number): (name: string, work: () => Promise<void>) => Promise<void> {
  const under = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = atOnce;
  const enter = (): Promise<void> => {
    free -= 1;
    return free >= 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    free += 1;
    waiting.shift()?.();
  };
  return (name, work) => {
    const known = under.get(name);
    if (known) return known;
    const done = enter()
      .then(work)
      .finally(() => {
        under.delete(name);
        leave();
      });
    under.set(name, done);
    return done;
  };
}
