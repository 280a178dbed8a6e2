/** Every write of an alias that took effect, seen from inside of the local AWS. */
import type { Stage } from '../stories/stage';

export class Revisions {
  /** By function name, in their order; since it was last emptied. */
  readonly written = new Map<string, string[]>();
  private readonly last = new Map<string, string>();

  constructor(private readonly stage: Stage) {
    stage.watchers.add(() => this.look());
  }

  private look(): void {
    for (const { name, aliases } of this.stage.world.functions.entries.values()) {
      const revision = aliases.get('live')?.revisionId;
      if (revision === undefined || this.last.get(name) === revision) continue;
      this.last.set(name, revision);
      this.written.set(name, [...(this.written.get(name) ?? []), revision]);
    }
  }
}
