/** Who calls, in which account and region, and for how long. */
import type { Finding } from '../../core/checkup';
import type { Caller } from '../../core/ports';
import { Duration } from '../../core/values';

const soonMs = 15 * 60_000;

export interface CallerCheck {
  readonly caller: Caller;
  /** By the project file, whose account is null when it names none; null for a file that cannot be used. */
  readonly named: { readonly account: string | null } | null;
  readonly nowMs: number;
  /** Its credentials are anything at all. */
  readonly isLocal: boolean;
}

export function checkCaller(check: CallerCheck): Finding[] {
  const { caller, isLocal } = check;
  const region = { area: 'region', what: caller.region, state: 'ok', because: '', hint: '' } as const;
  if (isLocal)
    return [
      { area: 'credentials', what: 'the local AWS takes any', state: 'ok', because: '', hint: '' },
      region,
    ];
  return [whoFinding(check), accountFinding(check), untilFinding(check), region];
}

function whoFinding({ caller }: CallerCheck): Finding {
  const isRoot = /:root$/.test(caller.arn);
  return {
    area: 'credentials',
    what: caller.arn,
    state: isRoot ? 'warn' : 'ok',
    because: isRoot ? 'the root user may do everything, and nobody can limit it' : '',
    hint: isRoot ? 'Use a role with the policy in docs/aws.md.' : '',
  };
}

function accountFinding({ caller, named }: CallerCheck): Finding {
  const area = 'account';
  const ok = { area, what: caller.account, state: 'ok', hint: '' } as const;
  if (named === null) return { ...ok, because: 'which one the project file wants is not known' };
  const { account } = named;
  if (account === null) return { ...ok, because: 'the project file names none, so any account is taken' };
  if (account === caller.account) return { ...ok, because: '' };
  return {
    area,
    what: caller.account,
    state: 'bad',
    because: `the project file names ${account}`,
    hint: `Log in to account ${account}, choose another --profile or --stage, or correct \`account\`.`,
  };
}

const endUnknown: Finding = {
  area: 'credentials',
  what: 'nobody says when they end',
  state: 'warn',
  because: 'a rollout may take longer, and cannot go back once they have ended',
  hint: 'Tell it by AWS_SESSION_EXPIRATION, or let shipit take the role: docs/aws.md.',
};

/** Of credentials of which nobody says when they end. */
const endless: { readonly [W in NonNullable<Caller['worry']> | 'none']: Finding } = {
  none: { area: 'credentials', what: 'they do not end, or are renewed', state: 'ok', because: '', hint: '' },
  endUnknown,
  endUnknownInCi: endUnknown,
  longLivedInCi: {
    area: 'credentials',
    what: 'they never end',
    state: 'warn',
    because: 'who reads the secrets of this CI has them for ever',
    hint: 'Let the job take a role by OIDC: docs/github-actions.md.',
  },
};

function untilFinding({ caller, nowMs }: CallerCheck): Finding {
  const area = 'credentials';
  if (caller.expiresAtMs === null) return endless[caller.worry ?? 'none'];
  const leftMs = caller.expiresAtMs - nowMs;
  const until = new Date(caller.expiresAtMs).toISOString();
  if (leftMs <= 0)
    return { area, what: `they ended at ${until}`, state: 'bad', because: '', hint: 'Log in again.' };
  const left = Duration.format(Duration.of(Math.round(leftMs / 1000) * 1000));
  const isSoon = leftMs < soonMs;
  return {
    area,
    what: `until ${until}, ${left} from now`,
    state: isSoon ? 'warn' : 'ok',
    because: isSoon ? 'a rollout may take longer, and cannot go back once they have ended' : '',
    hint: isSoon ? 'Log in again before a release.' : '',
  };
}
