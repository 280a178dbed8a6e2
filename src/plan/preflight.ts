/** A titled list of what must hold before the first write. All of it runs and all of it is reported: one round, not eight. */
import { ShipitError } from '../core/errors';
import { account } from './checks/account';
import { alarms } from './checks/alarms';
import { capacity } from './checks/capacity';
import type { Check, PreflightCheck, PreflightOptions, PreflightPorts, Setting } from './checks/check';
import { creation } from './checks/creation';
import { depot } from './checks/depot';
import { history } from './checks/history';
import { owners, records, splits } from './checks/owners';
import { ownership } from './checks/ownership';
import { repository } from './checks/repository';
import { runtimes } from './checks/runtimes';
import { signing } from './checks/signing';
import { sizes } from './checks/sizes';
import { stage } from './checks/stage';
import { traffic } from './checks/traffic';
import { readiness, versions } from './checks/versions';
import type { Plan } from './plan';

export type { PreflightCheck, PreflightOptions, PreflightPorts, Protection } from './checks/check';

/** The guard watches every rollout, with alarms or without; only --no-gate takes both away. */
const gate: Check = {
  title: 'a gate watches',
  code: 'preflight',
  run: ({ plan }) => ({
    problems: [],
    warnings: plan.gated
      ? []
      : ['--no-gate: neither alarms nor the guard watch this release; nothing will go back by itself'],
  }),
};

const checks: readonly Check[] = [
  account,
  stage,
  alarms,
  gate,
  versions,
  readiness,
  creation,
  sizes,
  depot,
  signing,
  repository,
  ownership,
  runtimes,
  owners,
  splits,
  records,
  history,
  traffic,
  capacity,
];

/** Reads only. A question that AWS refuses to answer is a problem of its check, and the others still run. */
export function preflight(
  ports: PreflightPorts,
  plan: Plan,
  options: PreflightOptions,
): Promise<PreflightCheck[]> {
  const setting = { ports, plan, options };
  return Promise.all(checks.map((check) => run(check, setting)));
}

/** Null when nothing speaks against the release. The code is the check's own when only one kind of check failed. */
export function refusalOf(results: readonly PreflightCheck[]): ShipitError | null {
  const failed = results.filter(({ problems }) => problems.length > 0);
  const problems = failed.flatMap((check) => check.problems);
  const codes = new Set(failed.map(({ code }) => code));
  const [first] = problems;
  const [code] = codes;
  if (first === undefined || code === undefined) return null;
  return new ShipitError(codes.size === 1 ? code : 'preflight', first, { problems });
}

async function run(check: Check, setting: Setting): Promise<PreflightCheck> {
  const { title, code } = check;
  try {
    return { title, code, ...(await check.run(setting)) };
  } catch (error) {
    if (!ShipitError.is(error)) throw error;
    return { title, code: error.code, problems: [`${error.message}. ${error.hint}`], warnings: [] };
  }
}
