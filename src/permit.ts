/** What has to hold before anything is written: a stop that is a step, every check, and a yes. */
import { ShipitError } from './core/errors';
import type { Ports } from './core/ports';
import { Percent } from './core/values';
import type { ReleaseRequest } from './deploy';
import { withWork } from './make';
import type { Plan } from './plan/plan';
import { preflight, refusalOf } from './plan/preflight';

export async function permit(ports: Ports, plan: Plan, request: ReleaseRequest): Promise<void> {
  refuseOddStop(plan, request);
  await check(ports, plan, request);
  await ask(plan, request);
  if (request.stop.signal.aborted)
    throw new ShipitError('interrupted', 'stopped before anything was written');
}

/** A protected stage is named with --confirm, or typed now; any other wants a yes. */
async function ask(plan: Plan, { confirm, typed, protection }: ReleaseRequest): Promise<void> {
  const count = withWork(plan).length;
  const what = `Release ${count === 1 ? '1 function' : `${count} functions`}`;
  const named = protection !== null && protection.confirmed !== protection.stage ? protection.stage : null;
  const agreed =
    named === null
      ? confirm === null || (await confirm(`${what}?`))
      : typed !== null && (await typed(`${what} to ${named}: type its name to go on`, named));
  if (agreed) return;
  if (named === null) throw new ShipitError('needsYes', 'not released: nobody said yes');
  throw new ShipitError('needsYes', `not released: ${named} was not typed`, {
    hint: `Repeat the command and type ${named}, or name it with --confirm ${named}.`,
  });
}

/** `--until` names a step of every rollout that moves. */
function refuseOddStop({ rollouts }: Plan, { until }: ReleaseRequest): void {
  if (until === null) return;
  const without = rollouts.find(({ steps }) => !steps.some(({ weight }) => weight === until && weight < 100));
  if (!without) return;
  const steps = without.steps.map(({ weight }) => Percent.format(weight)).join(', ');
  const message = `--until ${Percent.format(until)}: rollout ${without.name} has no such step below 100%; its steps are ${steps}`;
  throw new ShipitError('badFlag', message, { hint: 'Name a step to stop at, or leave --until out.' });
}

/** The whole list is shown, whatever it says; one refusal covers all of it. */
async function check(ports: Ports, plan: Plan, request: ReleaseRequest): Promise<void> {
  const checks = await preflight(ports, plan, request);
  const at = ports.clock.nowMs();
  for (const { title, problems, warnings } of checks) {
    ports.report.tell({ v: 1, type: 'preflight.checked', at, title, ok: problems.length === 0, problems });
    for (const message of warnings) ports.report.tell({ v: 1, type: 'warning', at, message, hint: title });
  }
  const refusal = refusalOf(checks);
  if (refusal) throw refusal;
}
