/** Build, look at what is live, and say what would be done. Nothing in here writes. */
import type { Artifact } from './artifact/artifact';
import { buildArtifact } from './artifact/build';
import type { FunctionSpec, Project } from './config/project';
import type { Ports } from './core/ports';
import type { StrategyChoice } from './plan/choose';
import { planMade } from './plan/describe';
import { look } from './plan/look';
import { makePlan } from './plan/make';
import type { Live, Plan } from './plan/plan';

export interface PlanRequest {
  readonly project: Project;
  /** The functions of this release; the others of the project are left alone. */
  readonly functions: readonly FunctionSpec[];
  readonly choice: StrategyChoice;
  /** False with --no-gate. */
  readonly gated: boolean;
}

export async function planRelease(ports: Ports, request: PlanRequest): Promise<Plan> {
  const { project, functions, choice, gated } = request;
  const artifacts = await buildAll(ports, project, functions);
  const lives = await lookAtAll(ports, functions, artifacts);
  const plan = makePlan({ project, artifacts, lives, choice, gated });
  ports.report.tell(planMade(plan, ports.clock.nowMs()));
  return plan;
}

/** Side by side; each is told when it is done. */
export async function buildAll(
  ports: Pick<Ports, 'files' | 'report' | 'clock'>,
  project: Project,
  functions: readonly FunctionSpec[],
): Promise<ReadonlyMap<string, Artifact>> {
  const built = await Promise.all(
    functions.map(async (spec) => {
      const artifact = await buildArtifact(ports, spec, project.root);
      const { digest, files, zip } = artifact;
      const size = { digest, bytes: zip.length, files };
      ports.report.tell({
        v: 1,
        type: 'artifact.built',
        at: ports.clock.nowMs(),
        key: spec.key,
        ...size,
        reused: false,
      });
      return [spec.key, artifact] as const;
    }),
  );
  return new Map(built);
}

async function lookAtAll(
  ports: Ports,
  functions: readonly FunctionSpec[],
  artifacts: ReadonlyMap<string, Artifact>,
): Promise<ReadonlyMap<string, Live>> {
  const looked = await Promise.all(
    functions.map(async (spec) => {
      const artifact = artifacts.get(spec.key);
      if (!artifact) throw new RangeError(`${spec.key} was not built`);
      const ref = { functionName: spec.name, alias: spec.alias };
      return [spec.key, await look(ports, ref, { spec, digest: artifact.digest })] as const;
    }),
  );
  return new Map(looked);
}
