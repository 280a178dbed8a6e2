import type { Caller } from '../../core/ports';
import { otherAccount } from '../ground';
import type { FunctionPlan } from '../plan';
import { totalMs } from '../step';
import { type Check, Plans, type Setting } from './check';

/** Building is over by now; publishing, smoke tests and the last polls still want time. */
const marginMs = 5 * 60_000;

/** Who calls, where, and whether the credentials outlive the rollout: without them it could not even go back. */
export const account: Check = {
  title: 'account, region and credentials',
  code: 'preflight',
  async run(setting) {
    const caller = await setting.ports.identity.whoami();
    const roles = Plans.changing(setting.plan).flatMap((planned) => problemOfRole(planned, caller));
    return {
      problems: [...problemsOfPlace(setting, caller), ...roles, ...problemOfExpiry(setting, caller)],
      warnings: [],
    };
  },
};

function problemsOfPlace({ options: { expect } }: Setting, caller: Caller): string[] {
  const { region } = caller;
  const other = otherAccount(expect.account, caller);
  return [
    ...(expect.region === null || expect.region === region
      ? []
      : [
          `the release is meant for ${expect.region}, but the calls go to ${region}: correct --region or the project file`,
        ]),
    ...(other === null ? [] : [`${other}: choose another profile, or correct \`account\``]),
  ];
}

/** Lambda takes only roles of its own account; the wrong profile is the usual reason. */
function problemOfRole({ spec }: FunctionPlan, caller: Caller): string[] {
  const owner = /^arn:[^:]*:iam::(\d{12}):/.exec(spec.config.role ?? '')?.[1];
  if (owner === undefined || owner === caller.account) return [];
  return [
    `${spec.key}: its role belongs to account ${owner}, but ${caller.arn} calls for account ${caller.account}: choose another profile, or correct \`role\``,
  ];
}

function problemOfExpiry({ ports, plan }: Setting, caller: Caller): string[] {
  if (caller.expiresAtMs === null) return [];
  const longestMs = Math.max(0, ...plan.rollouts.map(({ steps }) => totalMs(steps)));
  const neededMs = ports.clock.nowMs() + longestMs + marginMs;
  if (caller.expiresAtMs >= neededMs) return [];
  return [
    `the credentials of ${caller.arn} end at ${iso(caller.expiresAtMs)}, the rollout needs them until ${iso(neededMs)}: log in again, or choose a shorter rollout`,
  ];
}

const iso = (ms: number): string => new Date(ms).toISOString();
