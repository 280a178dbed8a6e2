/** The time of the release, as far as a browser can know it: what was told last, and how fast it went from one telling to the next. */

export class ReleaseClock {
  private told: { readonly nowMs: number; readonly atMs: number } | null = null;
  private speed = 1;

  /** Says what time it is there. A local AWS may run many times as fast. */
  tell(nowMs: number): void {
    const atMs = performance.now();
    const before = this.told;
    if (before && atMs - before.atMs > 500) {
      const speed = (nowMs - before.nowMs) / (atMs - before.atMs);
      // Messages come a little early or late; real time is no guess.
      this.speed = Math.abs(speed - 1) < 0.1 ? 1 : Math.max(0, speed);
    }
    this.told = { nowMs, atMs };
  }

  /** Null while nobody has said. */
  nowMs(): number | null {
    if (!this.told) return null;
    return this.told.nowMs + (performance.now() - this.told.atMs) * this.speed;
  }

  /** How long nobody has said anything, by this machine's time. */
  silentMs(): number {
    return this.told ? performance.now() - this.told.atMs : 0;
  }
}

/** For as long as the page is open. */
export function each(ms: number, then: () => void): void {
  setInterval(then, ms);
}

export function after(ms: number, then: () => void): void {
  setTimeout(then, ms);
}
