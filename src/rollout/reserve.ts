/**
 * Provisioned concurrency of the candidates of a group. It leads their weight: more is ready before more traffic comes.
 * The baseline keeps all of its own until the release is over, for one write may bring back all of the traffic.
 */
import { ShipitError } from '../core/errors';
import { lastingFor } from '../core/lasting';
import { capacityFor, dropCapacity, readyCapacity } from '../release/capacity';
import type { Crew } from './crew';
import type { Answered } from './errands';
import type { Hooked } from './hooks';

export class Reserve {
  constructor(
    private readonly crew: Crew,
    private readonly functions: readonly Hooked[],
  ) {}

  any(): boolean {
    return this.functions.some(({ spec }) => (spec.provisionedConcurrency ?? 0) > 0);
  }

  /** As much as that weight needs, of every candidate, and ready. */
  async prepare(weight: number): Promise<Answered> {
    const answers = await Promise.all(this.functions.map((one) => this.prepareOne(one, weight)));
    return answers.find(({ status }) => status === 'fail') ?? { status: 'pass', because: '' };
  }

  private async prepareOne({ lane, spec }: Hooked, weight: number): Promise<Answered> {
    const total = spec.provisionedConcurrency ?? 0;
    const version = lane.versions.candidate;
    if (total === 0 || version === null) return { status: 'pass', because: '' };
    const { ports } = this.crew;
    const amount = capacityFor(total, weight);
    try {
      const lasting = lastingFor({ clock: ports.clock, tell: ports.tell, key: spec.key });
      await readyCapacity({ ...ports, lasting }, { functionName: spec.name, version, amount });
    } catch (error) {
      if (!(error instanceof ShipitError)) throw error;
      return { status: 'fail', because: `${spec.key}: no capacity for version ${version}: ${error.message}` };
    }
    const at = ports.clock.nowMs();
    await ports.tell({ v: 1, type: 'capacity.changed', at, key: spec.key, version, amount, ready: true });
    return { status: 'pass', because: '' };
  }

  /** Of versions that serve nobody any more; what cannot be taken away is said. */
  async drop(which: 'baseline' | 'candidate'): Promise<void> {
    await Promise.all(
      this.functions
        .filter(({ spec }) => spec.provisionedConcurrency !== null)
        .map(({ lane, spec }) => this.dropOne(spec.key, spec.name, lane.versions[which])),
    );
  }

  private async dropOne(key: string, functionName: string, version: string | null): Promise<void> {
    if (version === null) return;
    const { ports } = this.crew;
    const at = ports.clock.nowMs();
    try {
      if (!(await dropCapacity(ports, { functionName, version }))) return;
      await ports.tell({ v: 1, type: 'capacity.changed', at, key, version, amount: 0, ready: true });
    } catch (error) {
      if (!(error instanceof ShipitError)) throw error;
      const message = `${key}: version ${version} keeps its provisioned concurrency: ${error.message}`;
      await ports.tell({ v: 1, type: 'warning', at, message, hint: error.hint });
    }
  }
}
