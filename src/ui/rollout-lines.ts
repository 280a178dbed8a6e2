/** What stands below the functions in the live view: what speaks for and against each rollout, and what comes next. */
import { outcomeWords, show } from './show';
import { standing } from './standing';
import type { Line, Tone } from './style';
import type { RolloutView, View, Waits } from './view';
import { wrapText } from './width';

interface Room {
  readonly columns: number;
  /** Lines that may be taken. */
  readonly rows: number;
  readonly nowMs: number;
}

type Pieces = Exclude<Line, string>;

interface Reason {
  readonly tone: Tone | null;
  readonly text: string;
}

/** Of one reason; a command that is cut helps nobody. */
const reasonLines = 3;
const waitLines = 6;

/** All of it when there is room; else a line for each rollout that needs somebody, and the number of the others. */
export function rolloutLines(view: View, room: Room): Line[] {
  const rollouts = [...view.rollouts.values()];
  const full = rollouts.flatMap((rollout) => linesOf(view, rollout, room));
  if (full.length <= room.rows) return full;
  const pressing = rollouts.filter(isPressing);
  const calm = rollouts.filter((rollout) => !isPressing(rollout));
  const lines = rollouts.length === 1 ? full : pressing.map((rollout) => shortLine(view, rollout));
  const kept = lines.slice(0, Math.max(0, room.rows - 1));
  const left = lines.length - kept.length;
  const rest = [
    left > 0 && rollouts.length > 1 ? `${show.count(left, 'more rollout')} in need of somebody` : '',
    calm.length > 0 && rollouts.length > 1 ? `${show.count(calm.length, 'rollout')} without trouble` : '',
  ].filter((text) => text !== '');
  return [...kept, ...(rest.length > 0 ? [rest.join(', ')] : full.slice(kept.length, room.rows))].slice(
    0,
    Math.max(0, room.rows),
  );
}

function isPressing({ back, waits, held, verdict, outcome, alarms }: RolloutView): boolean {
  if (outcome !== null) return outcome !== 'promoted';
  const fires = alarms.some(({ state }) => state === 'ALARM');
  return (
    back !== null || waits !== null || held !== null || fires || (verdict !== null && verdict !== 'pass')
  );
}

function shortLine(view: View, rollout: RolloutView): Line {
  const reason = reasonOf(view, rollout);
  const alarms = firingFirst(rollout.alarms).filter(({ state }) => state === 'ALARM');
  const text = `${rollout.name}: ${reason?.text ?? alarms.map(({ name }) => `alarm ${name} fires`).join(', ')}`;
  return reason?.tone ? [{ tone: reason.tone, text }] : text;
}

/** Reasons run over a few lines rather than lose their end, where the figures stand. */
function linesOf(view: View, rollout: RolloutView, { columns, nowMs }: Room): Line[] {
  const who = view.rollouts.size > 1 ? `${rollout.name}: ` : '';
  const alarms: Line[] =
    rollout.alarms.length > 0
      ? [[`${who}alarms: `, ...firingFirst(rollout.alarms).flatMap(alarmPieces)]]
      : [];
  const hooks = rollout.hooks.flatMap((hook) => hookLines(hook, who, columns));
  const next = nextOf(view, rollout, nowMs);
  const after: Line[] = next === null ? [] : wrapText(`${who}next: ${next}`, columns, reasonLines);
  const reason = reasonOf(view, rollout);
  if (reason === null) return [...alarms, ...hooks, ...after];
  const lines = wrapText(`${who}${reason.text}`, columns, rollout.waits ? waitLines : reasonLines);
  return [...alarms, ...hooks, ...lines.map((text) => toned(reason.tone, text)), ...after];
}

const toned = (tone: Tone | null, text: string): Line => (tone === null ? text : [{ tone, text }]);

/** A hook that passed needs no reason. */
function hookLines(
  { name, status, because }: RolloutView['hooks'][number],
  who: string,
  columns: number,
): Line[] {
  if (status === 'pass') return [`${who}hook ${name}: passed`];
  const tone = status === 'fail' ? 'bad' : 'warn';
  return wrapText(
    `${who}hook ${name}: ${status === 'fail' ? 'FAILED' : status}: ${because}`,
    columns,
    reasonLines,
  ).map((text) => [{ tone, text }]);
}

const toneOf: { readonly [outcome: string]: Tone } = { promoted: 'good', waiting: 'warn' };

function reasonOf(view: View, rollout: RolloutView): Reason | null {
  const { verdict, because, held, back, waits, outcome } = rollout;
  if (outcome !== null)
    return { tone: toneOf[outcome] ?? 'bad', text: `${outcomeWords[outcome]}: ${because}` };
  if (back !== null) return { tone: 'bad', text: `rolling back: ${back}` };
  if (waits !== null) return { tone: 'warn', text: waitReason(view, waits) };
  if (held !== null) return { tone: 'warn', text: `waiting: ${held}` };
  if (verdict === null) return null;
  return { tone: verdict === 'fail' ? 'bad' : null, text: `${verdict}: ${because}` };
}

/** What holds it, until when, what then, and the command that goes on. */
function waitReason({ where, asked }: View, { for: what, step, expiresMs, then }: Waits): string {
  const until = expiresMs === null ? '' : ` until ${show.clock(expiresMs)}`;
  const end = then === 'rollback' ? 'rolls back' : 'goes on';
  // Release, step and steps stand in the line that was written when it came to wait.
  const meant = { where, release: null, step: null };
  const ways = standing.waysOut(what === 'resume' ? 'resume' : 'approve', meant);
  if (what === 'resume') return `paused at step ${step}, alarms stay watched: ${ways}`;
  if (what === 'until')
    return `left at step ${step}, kept${until}, and nobody watches it: ${standing.heldWays(asked, meant)}`;
  return `waits for approval of step ${step}${until}${until === '' ? '' : `, then ${end}`}; alarms stay watched: ${ways}`;
}

/** The step after this one, and when. Null when somebody has to decide first, or nothing comes any more. */
function nextOf({ plan }: View, rollout: RolloutView, nowMs: number): string | null {
  const { name, step, steps, back, waits, held, outcome, dueMs } = rollout;
  if (outcome !== null || back !== null || waits !== null || held !== null || step === 0) return null;
  const course = plan?.rollouts.find((planned) => planned.name === name)?.steps ?? [];
  const when = dueMs > nowMs ? `in ${show.time(dueMs - nowMs)}` : 'as soon as it is judged';
  const approval = course[step - 1]?.approval;
  if (approval) return `approval of step ${step} ${when}`;
  const coming = course[step];
  if (coming)
    return `${coming.weight}%${coming.bakeMs > 0 ? ` for ${show.time(coming.bakeMs)}` : ''} ${when}`;
  if (steps > 0 && step >= steps) return `released ${when}`;
  return steps > 0 ? `step ${step + 1} ${when}` : null;
}

/** The line may be cut, and what fires must not be. */
function firingFirst(alarms: RolloutView['alarms']): RolloutView['alarms'] {
  const fires = ({ state }: { state: string }): boolean => state === 'ALARM';
  return [...alarms.filter(fires), ...alarms.filter((alarm) => !fires(alarm))];
}

function alarmPieces({ name, state }: { name: string; state: string }, index: number): Pieces {
  const comma = index === 0 ? '' : ', ';
  return [`${comma}${name} `, state === 'ALARM' ? { tone: 'bad', text: state } : state];
}
