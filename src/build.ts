/** Build, without asking AWS for anything: artifacts, what they were made of, and where asked a folder with all of them. */
import type { AuditLevel } from './artifact/audit';
import type { Built, Making } from './artifact/manifest';
import { writeSet } from './artifact/set';
import type { FunctionSpec, Project } from './config/project';
import type { BundlePart } from './core/built';
import type { Ports } from './core/ports';
import { audit, writeSboms } from './examine';
import { buildAll, buildLayers } from './plan';
import { keepManifests } from './provenance';

export interface BuildRequest {
  readonly project: Project;
  readonly functions: readonly FunctionSpec[];
  readonly making: Making;
  /** Absolute; null writes no set. */
  readonly out: string | null;
  /** Tells what bundles are made of. */
  readonly analyze: boolean;
  readonly sbom: boolean;
  /** The level from which it is bad; null asks nobody. */
  readonly audit: AuditLevel | null;
}

type BuildPorts = Parameters<typeof buildAll>[0] & Pick<Ports, 'files' | 'processes' | 'report' | 'clock'>;

/** False when the audit found what may not be. Everything was written all the same. */
export async function build(ports: BuildPorts, request: BuildRequest): Promise<boolean> {
  const { project, functions, making, out } = request;
  const artifacts = await buildAll(ports, project, functions);
  for (const [key, { parts = [] }] of request.analyze ? artifacts : []) tellParts(ports, key, parts);
  const layers = await buildLayers(ports, project, functions);
  const built: Built[] = [
    ...functions.flatMap((spec) => {
      const artifact = artifacts.get(spec.key);
      return artifact ? [{ kind: 'function' as const, spec, artifact }] : [];
    }),
    ...layers.map((layer) => ({ kind: 'layer' as const, ...layer })),
  ];
  const parts = await keepManifests(ports.files, built, making);
  if (out !== null) {
    const { commit, dirty, tools } = making;
    const whole = { project: project.name, stage: project.stage?.name ?? null, commit, dirty, tools };
    await writeSet(ports.files, out, { ...whole, made: new Date(ports.clock.nowMs()).toISOString(), parts });
  }
  if (request.sbom) await writeSboms(ports, parts, { project, folder: out });
  return request.audit === null || !(await audit(ports, parts, { project, level: request.audit }));
}

function tellParts({ report, clock }: BuildPorts, key: string, parts: readonly BundlePart[]): void {
  if (parts.length === 0) return;
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  report.tell({ v: 1, type: 'bundle.analyzed', at: clock.nowMs(), key, bytes, parts });
}
