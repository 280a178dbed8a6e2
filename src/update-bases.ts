import { updateBases as pinAnew } from './artifact/image';
import type { FunctionSpec, Project } from './config/project';
import type { Ports } from './core/ports';

/** What the bases of images are called may mean something new: from here on, builds have that. */
export async function updateBases(
  ports: Pick<Ports, 'files' | 'registries' | 'report' | 'clock'>,
  project: Project,
  functions: readonly FunctionSpec[],
): Promise<void> {
  const moved = await pinAnew(ports, functions, project.root);
  const hint = 'Commit shipit.lock.json.';
  for (const message of moved)
    ports.report.tell({ v: 1, type: 'warning', at: ports.clock.nowMs(), message, hint });
}
