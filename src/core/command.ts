/** Commands about a release, as they have to be typed to mean this release and no other, on any machine. */
import type { AskedRelease, Whereabouts } from './told';
import { Duration, type Percent } from './values';

/** Null for what is not known. */
export interface Meant {
  readonly where: Whereabouts | null;
  readonly release: string | null;
  readonly step: number | null;
}

type Word = 'pause' | 'resume' | 'approve' | 'promote' | 'abort' | 'attach' | 'rollback' | 'status';

export function commandFor(what: Word, { where, release, step }: Meant): string {
  return line(what, where === null ? [] : placeFlags(where), { release, step });
}

/** About all that is there, or the one release that moves: without an id. */
export const placedCommand = (what: 'status' | 'rollback' | 'attach', where: Whereabouts | null): string =>
  commandFor(what, { where, release: null, step: null });

/** For a release that nobody drives: whoever approves must come to the same course, so it has the flags of the course too. */
export function approvalOfHeld(asked: AskedRelease | null, meant: Meant): string {
  if (asked === null) return commandFor('approve', meant);
  const gate = asked.gated ? [] : ['--no-gate'];
  return line('approve', [...placeFlags(asked), ...flagsOf(asked.choice), ...gate], meant);
}

/** The report of a release, in a file that opens from disk. The journal is read where the project file is. */
export function reportCommand(release: string, where: Whereabouts | null): string {
  const flags = where === null ? [] : placeFlags({ ...where, alias: null, local: null });
  return ['shipit', 'history', release, ...flags, '--html', '--out', `${release}.html`].join(' ');
}

function line(
  what: string,
  flags: readonly string[],
  { release, step }: Pick<Meant, 'release' | 'step'>,
): string {
  const which = [...flag('--release', release), ...flag('--step', step === null ? null : String(step))];
  return ['shipit', what, ...flags, ...which].join(' ');
}

function placeFlags({ config, stage, alias, region, profile, local }: Whereabouts): string[] {
  const port = local?.port ?? null;
  return [
    ...flag('--config', config),
    ...flag('--stage', stage),
    ...flag('--alias', alias),
    ...flag('--region', region),
    ...flag('--profile', profile),
    ...(local ? ['--local', ...flag('--port', port === null ? null : String(port))] : []),
  ];
}

const flag = (name: string, value: string | null | undefined): string[] =>
  value === null || value === undefined ? [] : [`${name} ${quoted(value)}`];

/** For a shell: a path or a profile may have spaces in it. */
const quoted = (value: string): string =>
  /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;

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
  if (rollout) words.push(`--rollout ${quoted(rollout)}`);
  if (bake !== undefined && bake !== null) words.push(`--bake ${Duration.format(bake)}`);
  return words;
}

const part = ({ weight, bake }: Part): string =>
  `${weight}%${bake === undefined || bake === null ? '' : `/${Duration.format(bake)}`}`;
