/** How AWS behaves in a storm: of all calls, 30 % are throttled, 5 % fail before their effect and 5 % after it. */
import type { FaultRule, Faults } from '../../src/local/faults';

/** A rule is asked about the calls that no rule before it has struck. */
const storm: readonly FaultRule[] = [
  { action: '*', kind: 'throttle', rate: 0.3, ms: 0, times: null },
  { action: '*', kind: 'error', rate: 0.05 / 0.7, ms: 0, times: null },
  { action: '*', kind: 'errorAfter', rate: 0.05 / 0.65, ms: 0, times: null },
];

export class Weather {
  readonly struck = new Map<string, number>();

  constructor(private readonly faults: Faults) {}

  rise(seed: number): void {
    this.faults.set(storm, seed);
  }

  calm(): void {
    for (const { kind, hits } of this.faults.list())
      this.struck.set(kind, (this.struck.get(kind) ?? 0) + hits);
    this.faults.set([], 0);
  }
}
