/** The command that goes on with a release, with the flags it was asked for: other flags would be another course. */
import type { AskedRelease } from '../core/told';
import { Duration, type Percent } from '../core/values';

/** As far as it is known how it was asked for. */
export function approveCommand(asked: AskedRelease | null, release: string | null): string {
  const words = asked === null ? [] : [...placeFlags(asked), ...flagsOf(asked.choice)];
  if (asked?.gated === false) words.push('--no-gate');
  if (release !== null) words.push(`--release ${release.slice(-6)}`);
  return ['shipit approve', ...words].join(' ');
}

const placeFlags = ({ stage, alias }: AskedRelease): string[] => [
  ...(stage === null ? [] : [`--stage ${stage}`]),
  ...(alias === null ? [] : [`--alias ${alias}`]),
];

interface Part {
  readonly weight?: Percent;
  readonly bake?: Duration | null;
}

/** What the flags came to, as plan/choose has it. */
interface Choice {
  readonly strategy?:
    | (Part & { readonly kind: string; readonly every?: Duration; readonly steps?: readonly Part[] })
    | null;
  readonly rollout?: string | null;
  readonly bake?: Duration | null;
}

function flagsOf({ strategy, rollout, bake }: Choice): string[] {
  const words: string[] = [];
  if (strategy?.kind === 'canary') words.push(`--canary ${part(strategy)}`);
  if (strategy?.kind === 'linear') words.push(`--linear ${part({ ...strategy, bake: strategy.every })}`);
  if (strategy?.kind === 'steps') words.push(`--steps ${(strategy.steps ?? []).map(part).join(',')}`);
  if (strategy?.kind === 'allAtOnce') words.push('--all-at-once');
  if (rollout) words.push(`--rollout ${rollout}`);
  if (bake !== undefined && bake !== null) words.push(`--bake ${Duration.format(bake)}`);
  return words;
}

const part = ({ weight, bake }: Part): string =>
  `${weight}%${bake === undefined || bake === null ? '' : `/${Duration.format(bake)}`}`;
