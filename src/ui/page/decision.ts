/** Where a release stands, in a few words: what was decided, why, what it waits for, and what can be done about it now. */
import type { Outcome } from '../../core/outcome';
import { outcomeWords, show } from '../show';
import { standing } from '../standing';
import type { Ended, RolloutView, View, Waits } from '../view';
import type { Model, Tone } from './model';

export interface Decision {
  readonly tone: Tone;
  readonly title: string;
  readonly because: string;
  /** What comes next, or what somebody has to do; empty when nothing does. */
  readonly next: string;
}

export type ActionName = 'pause' | 'resume' | 'approve' | 'promote' | 'abort';

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const tones: { readonly [O in Outcome]: Tone } = {
  promoted: 'good',
  unchanged: 'good',
  waiting: 'warn',
  rolledBack: 'bad',
  aborted: 'bad',
  lost: 'bad',
  stuck: 'bad',
  refused: 'bad',
  failed: 'bad',
};

/** Of all of it: how it ended, else the rollout that needs a person most. */
export function decisionOf(model: Model, nowMs: number): Decision {
  const { view, rows } = model;
  if (view.ended && view.ended.outcome !== 'waiting') return endOf(view, view.ended);
  const rollouts = [...view.rollouts.values()].sort((a, b) => urgency(b) - urgency(a));
  const [first] = rollouts;
  if (!first) return { tone: 'plain', title: titleBefore(model), because: '', next: '' };
  const decision = rolloutDecision(view, first, nowMs);
  const others = view.followed === null ? rollouts.length - 1 : 0;
  const named =
    others === 0
      ? decision
      : also(
          { ...decision, title: `${first.name}: ${decision.title}` },
          `${show.count(others, 'other rollout')} below.`,
        );
  return rows === null ? named : asSeen(named, rows, view.where);
}

/** What only somebody who looks at the aliases sees: an owner that is silent, and what was asked and is not obeyed yet. */
function asSeen(
  decision: Decision,
  { functions, at }: NonNullable<Model['rows']>,
  where: View['where'],
): Decision {
  const left = functions.find((row) => standing.isLeft(row, at));
  if (left)
    return {
      tone: 'warn',
      title: 'Its owner does not answer',
      because: `${decision.title}. ${decision.because}`.trim(),
      next: `Nobody watches it. ${standing.takeOver(left, where)}, \`${standing.rollback(where)}\` ends it.`,
    };
  const wish = functions
    .map(({ wish: word }) => word ?? '')
    .find((word) => /^(?:pause|resume|approve|promote|abort)$/.test(word));
  return wish === undefined
    ? decision
    : also(decision, `${capital(wish)} was asked for, and is not obeyed yet.`);
}

const also = (decision: Decision, text: string): Decision => ({
  ...decision,
  next: `${decision.next} ${text}`.trim(),
});

function titleBefore({ view, lastMs }: Model): string {
  if (lastMs === null) return 'Nothing is known yet';
  return view.release === null ? 'No release is under way' : 'Getting ready';
}

function endOf(view: View, { outcome, because }: Ended): Decision {
  const back = [...view.rollouts.values()].find((rollout) => rollout.back !== null)?.back ?? null;
  const reason = view.finished?.byHand ? because : (back ?? because);
  const rest = view.problems.filter((problem) => problem !== reason);
  return {
    tone: tones[outcome],
    title: capital(outcomeWords[outcome]),
    because: capital(reason),
    next: [servingWords(view), ...rest].join(' ').trim(),
  };
}

/** Which version serves now is the first question of whoever was woken. */
function servingWords({ functions }: View): string {
  const known = [...functions.values()].filter(({ serves }) => serves !== null);
  const [first] = known;
  if (!first) return '';
  if (known.length === 1) return `Version ${first.serves} of ${first.key} serves all requests.`;
  const back = known.filter(({ serves, baseline }) => serves === baseline).length;
  if (back === known.length) return `${allOf(back)} are back on the version before.`;
  if (back === 0) return `${allOf(known.length)} serve their new version.`;
  return `${show.count(known.length - back, 'function')} on the new version, ${back} on the version before.`;
}

const allOf = (count: number): string => (count === 2 ? 'Both functions' : `All ${count} functions`);

function urgency({ back, waits, held, outcome, verdict }: RolloutView): number {
  if (outcome !== null && outcome !== 'waiting') return tones[outcome] === 'bad' ? 5 : 0;
  return back !== null ? 6 : waits !== null ? 4 : held !== null ? 3 : verdict === 'fail' ? 2 : 1;
}

export function rolloutDecision(view: View, rollout: RolloutView, nowMs: number): Decision {
  const { outcome, because, back, waits, held, verdict, weight } = rollout;
  if (outcome === 'waiting' && waits !== null) return waiting(view, rollout, waits);
  if (outcome !== null)
    return {
      tone: tones[outcome],
      title: capital(outcomeWords[outcome]),
      because: capital(because),
      next: '',
    };
  if (back !== null)
    return {
      tone: 'bad',
      title: 'Rolling back',
      because: capital(back),
      next: 'All requests go back to the version before.',
    };
  if (waits !== null) return waiting(view, rollout, waits);
  const place = placeWords(rollout, view);
  if (held !== null) return { tone: 'warn', title: `Holding at ${place}`, because: capital(held), next: '' };
  const title =
    rollout.step === 0
      ? 'Getting ready'
      : capital(`${place}: ${weight}% to the candidate${view.functions.size === 1 ? '' : 's'}`);
  return {
    tone: verdict === 'fail' ? 'bad' : 'plain',
    title,
    because: verdict === null ? '' : `${capital(verdictWords[verdict])}: ${because}`,
    next: leftWords(rollout, nowMs),
  };
}

const verdictWords = { pass: 'passes so far', fail: 'fails', inconclusive: 'not decided yet' } as const;

const placeWords = ({ step, steps, name }: RolloutView, { followed }: View): string =>
  followed !== null ? name : `step ${step}${steps > 0 ? ` of ${steps}` : ''}`;

function leftWords({ step, dueMs }: RolloutView, nowMs: number): string {
  if (step === 0 || dueMs === 0) return '';
  return dueMs > nowMs
    ? `${show.time(dueMs - nowMs)} left at this step.`
    : 'This step has baked; what comes next is being decided.';
}

const waitTitles: { readonly [W in Waits['for']]: string } = {
  resume: 'Paused',
  approval: 'Waits for approval',
  until: 'Left for a person',
};

function waiting(view: View, { weight }: RolloutView, { for: what, step, expiresMs, then }: Waits): Decision {
  const end = then === 'rollback' ? 'it rolls back' : 'it goes on';
  const until = expiresMs === null ? '' : `, until ${show.clock(expiresMs)}; then ${end}`;
  const watched = what === 'until' ? 'Nobody watches it meanwhile' : 'Alarms stay watched meanwhile';
  const meant = {
    where: view.where,
    release: view.release === null ? null : show.release(view.release),
    step: null,
  };
  const ways =
    what === 'until'
      ? standing.heldWays(view.asked, meant)
      : standing.waysOut(what === 'resume' ? 'resume' : 'approve', meant);
  return {
    tone: 'warn',
    title: `${waitTitles[what]} at step ${step}, ${weight}%`,
    because: `${watched}${until}.`,
    next: `${ways}.`,
  };
}

/** What a button would be obeyed for now. */
export function actionsFor({ view }: Model): ReadonlySet<ActionName> {
  if (view.release === null || (view.ended !== null && view.ended.outcome !== 'waiting')) return new Set();
  const moving = [...view.rollouts.values()].filter(
    ({ outcome, back }) => back === null && (outcome === null || outcome === 'waiting'),
  );
  if (moving.length === 0) return new Set();
  const waits = new Set(moving.map(({ waits }) => waits?.for ?? null));
  const names: ActionName[] = ['promote', 'abort'];
  if (waits.has(null)) names.push('pause');
  if (waits.has('resume')) names.push('resume');
  if (waits.has('approval') || waits.has('until')) names.push('approve');
  return new Set(names);
}

/** What a page cannot know, since nobody told it; null when it knows all. */
export function unknownOf({ view, isStory, started, lastMs }: Model): string | null {
  if (view.release === null || lastMs === null) return null;
  if (!isStory)
    return 'Only the aliases can be seen from here: requests, errors, latency and alarms stand in the journal of the machine that drives this release. Name a bucket under `journal` in the project file, and every machine knows them.';
  if (started === null)
    return 'What happened before this machine took the release over is not in its journal.';
  return null;
}
