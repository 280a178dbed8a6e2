/** What the project file comes to: everything laid over each other, and where each value came from. */
import { toYaml } from './config/explained';
import type { OpenedProject } from './config/open';
import type { Ports } from './core/ports';

export interface ExplainRequest {
  /** With where each value came from. */
  readonly origin: boolean;
  /** Answers what the file refers to at AWS; null leaves it as it is written. */
  readonly remote: Pick<Ports, 'lookups' | 'identity'> | null;
}

/** Answers with the lines of a project file that says all of it. */
export async function explain(
  { clock, report }: Pick<Ports, 'clock' | 'report'>,
  opened: OpenedProject,
  { origin, remote }: ExplainRequest,
): Promise<string[]> {
  const explained = await opened.explain(remote);
  const { value: config, origins } = explained;
  const head = { v: 1, type: 'config.read', at: clock.nowMs() } as const;
  const stage = opened.stage?.name ?? null;
  report.tell({ ...head, file: opened.file, stage, config, origins: origin ? origins : [] });
  return toYaml(explained, { origin }).trimEnd().split('\n');
}
