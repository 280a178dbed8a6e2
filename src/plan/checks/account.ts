import type { Caller } from '../../core/ports';
import { Duration } from '../../core/values';
import { otherAccount } from '../ground';
import type { FunctionPlan, Plan } from '../plan';
import { totalMs } from '../step';
import { type Check, Plans, type Setting } from './check';

/** Building is over by now; publishing, smoke tests and the last polls still want time. */
const marginMs = 5 * 60_000;
/** A session of AWS, unless somebody asked for another length. */
const usualMs = 60 * 60_000;
/** In CI it was made by an earlier step, and whoever set it up may have asked for less. */
const usualInCiMs = 30 * 60_000;

/** Who calls, where, and whether the credentials outlive the rollout: without them it could not even go back. */
export const account: Check = {
  title: 'account, region and credentials',
  code: 'preflight',
  async run(setting) {
    const caller = await setting.ports.identity.whoami();
    const roles = Plans.changing(setting.plan).flatMap((planned) => problemOfRole(planned, caller));
    return {
      problems: [...problemsOfPlace(setting, caller), ...roles, ...problemOfExpiry(setting, caller)],
      warnings: worriesOf(setting, caller),
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
  const neededMs = ports.clock.nowMs() + lengthOf(plan);
  if (caller.expiresAtMs >= neededMs) return [];
  return [
    `the credentials of ${caller.arn} end at ${iso(caller.expiresAtMs)}, the rollout needs them until ${iso(neededMs)}: log in again, or choose a shorter rollout`,
  ];
}

/** What nobody can be sure of refuses nothing. */
function worriesOf({ plan }: Setting, { worry, arn }: Caller): string[] {
  if (worry === 'longLivedInCi')
    return [
      `${arn} calls with a long-lived access key, which whoever reads it here can use until it is taken away: take on a role by OIDC, with role-to-assume of the Action or SHIPIT_ROLE_TO_ASSUME, and delete the key`,
    ];
  const neededMs = lengthOf(plan);
  if (worry === null || neededMs <= (worry === 'endUnknownInCi' ? usualInCiMs : usualMs)) return [];
  return [
    `nobody says when the session of ${arn} ends, and the rollout needs it for ${Duration.format(Duration.of(neededMs))}; most last an hour: let shipit take on the role itself, with role-to-assume of the Action or SHIPIT_ROLE_TO_ASSUME, and it renews the session`,
  ];
}

/** As long as credentials are needed from now on. */
const lengthOf = ({ rollouts }: Plan): number =>
  Math.max(0, ...rollouts.map(({ steps }) => totalMs(steps))) + marginMs;

const iso = (ms: number): string => new Date(ms).toISOString();
