/** What people and machines are told of a release: from an event to a notice. Pure. */
import type { Occasion } from '../config/project';
import { approvalOfHeld, commandFor } from '../core/command';
import type { Event, EventOf, FunctionResult } from '../core/events';
import type { Outcome } from '../core/outcome';
import type { Scene } from './scene';

export interface Notice {
  /** A channel that asked for any of these hears it, once. */
  readonly occasions: readonly Occasion[];
  /** Fit for a mail by SNS: below 100 printable ASCII characters. */
  readonly subject: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly detail: NoticeDetail;
}

/** For machines. Grows by members only; anything else makes it `v: 2`. */
export interface NoticeDetail {
  readonly v: 1;
  readonly occasion: Occasion;
  /** ISO 8601. */
  readonly at: string;
  readonly project: string;
  readonly stage: string | null;
  readonly release: string;
  readonly by: string | null;
  readonly commit: string | null;
  readonly functions: readonly NoticeFunction[];
  /** The part of the release that it is about; null for all of it. */
  readonly rollout: string | null;
  readonly step: number | null;
  readonly steps: number | null;
  /** Percent of requests that the candidate gets; null when it is not known. */
  readonly weight: number | null;
  /** Null while it goes on. */
  readonly outcome: Outcome | null;
  readonly because: string;
  /** How to let it go on; null unless it waits. */
  readonly approve: NoticeApproval | null;
}

interface NoticeApproval {
  readonly command: string;
  readonly expires: string;
  /** What becomes of it when nobody does. */
  readonly otherwise: 'rollback' | 'continue';
}

interface NoticeFunction {
  readonly key: string;
  readonly name: string;
  readonly alias: string;
  /** The version that was there before. */
  readonly baseline: string | null;
  readonly candidate: string | null;
  /** Absent while it goes on. */
  readonly outcome?: Outcome;
  readonly because?: string;
}

/** Null for what is worth no notice. */
export function noticeOf(scene: Scene, event: Event): Notice | null {
  switch (event.type) {
    case 'release.started':
      return started(scene, event);
    case 'rollout.stepped':
      return stepped(scene, event);
    case 'rollout.waiting':
      return waiting(scene, event);
    case 'release.finished':
      return finished(scene, event);
    default:
      return null;
  }
}

/** What is told at each end of a release; the others have moved nothing, or said already that they wait. */
const endings: {
  readonly [O in Outcome]?: { occasions: readonly Occasion[]; title: string; weight: number | null };
} = {
  promoted: { occasions: ['promoted'], title: 'promoted', weight: 100 },
  rolledBack: { occasions: ['rolledBack'], title: 'rolled back', weight: 0 },
  aborted: { occasions: ['rolledBack'], title: 'aborted and rolled back', weight: 0 },
  failed: { occasions: ['rolledBack'], title: 'failed before any traffic moved', weight: 0 },
  // All that was ours went back, and somebody has to look at what is not: whoever wants either hears of it.
  lost: { occasions: ['rolledBack', 'stuck'], title: 'lost to another writer', weight: null },
  stuck: { occasions: ['stuck'], title: 'STUCK on the candidate, act now', weight: null },
};

function started(scene: Scene, event: EventOf<'release.started'>): Notice {
  const because = event.ungated === null ? (event.reason ?? '') : `nothing watches: ${event.ungated}`;
  return write(scene, event, { occasions: ['started'], title: 'release started', weight: 0, because });
}

function stepped(scene: Scene, event: EventOf<'rollout.stepped'>): Notice {
  const { rollout, step, steps, weight } = event;
  const title = `${weight}% to the candidate, step ${step} of ${steps}`;
  return write(scene, event, { occasions: ['step'], title, rollout, step, steps, weight });
}

function waiting(scene: Scene, event: EventOf<'rollout.waiting'>): Notice {
  const { rollout, step, weight } = event;
  const approve = {
    command: commandOf(scene, event),
    expires: iso(event.expiresMs),
    otherwise: event.then,
  };
  const because = event.for === 'approval' ? `step ${step} waits for approval` : 'it was to stop here';
  const otherwise = event.then === 'rollback' ? 'goes back' : 'goes on';
  const advice = [`until ${approve.expires}, then it ${otherwise} by itself`, `go on: ${approve.command}`];
  const title = event.for === 'approval' ? `waits for approval at ${weight}%` : `stopped at ${weight}%`;
  return write(scene, event, {
    occasions: ['waiting'],
    title,
    rollout,
    step,
    weight,
    because,
    approve,
    advice,
  });
}

function finished(scene: Scene, event: EventOf<'release.finished'>): Notice | null {
  const ending = endings[event.outcome];
  if (!ending) return null;
  const results = event.functions.filter(({ outcome }) => outcome !== 'unchanged');
  const because = becauseOf(event, results);
  const advice = event.outcome === 'stuck' || event.outcome === 'lost' ? event.problems : [];
  return write(scene, event, { ...ending, outcome: event.outcome, results, because, advice });
}

/** What the functions say that ended so; what a release says as a whole when none of them has a word. */
function becauseOf(event: EventOf<'release.finished'>, results: readonly FunctionResult[]): string {
  const those = results.filter(({ outcome, because }) => outcome === event.outcome && because !== '');
  const said = [...new Set(those.map(({ because }) => because))];
  return (said.length > 0 ? said : event.problems).join('; ');
}

/** This step of this release and no other: whoever reads it late must not approve what came after. */
function commandOf({ stage, where, asked, release }: Scene, event: EventOf<'rollout.waiting'>): string {
  const meant = { where: where ?? { stage, alias: null }, release, step: event.step };
  return event.for === 'until' ? approvalOfHeld(asked, meant) : commandFor('approve', meant);
}

interface Draft
  extends Partial<Pick<NoticeDetail, 'rollout' | 'step' | 'steps' | 'outcome' | 'because' | 'approve'>> {
  readonly occasions: readonly Occasion[];
  readonly title: string;
  readonly weight: number | null;
  /** How it ended for each function; absent while it goes on. */
  readonly results?: readonly FunctionResult[];
  readonly advice?: readonly string[];
}

/** A mail with more of them is read by nobody. */
const mostFunctions = 20;
const mostBecause = 1000;

function write(scene: Scene, { at }: Event, draft: Draft): Notice {
  const { project, stage, release, by, commit } = scene;
  const { occasions, weight, rollout = null, step = null, steps = null, outcome = null } = draft;
  const functions: readonly NoticeFunction[] = draft.results ?? scene.functions;
  const because = cut(draft.because ?? '', mostBecause);
  const title = `${project}${stage === null ? '' : ` (${stage})`}: ${draft.title}`;
  const left = functions.length - mostFunctions;
  const lines = [
    ...functions.slice(0, mostFunctions).map(lineOf),
    ...(left > 0 ? [`and ${left} more functions`] : []),
    ...(because === '' || draft.results ? [] : [because]),
    ...(draft.advice ?? []),
    `release ${release}${by === null ? '' : ` by ${by}`}${commit === null ? '' : `, commit ${commit}`}`,
  ];
  const place = { rollout, step, steps, weight };
  const detail: NoticeDetail = {
    ...{ v: 1, occasion: occasions[0] ?? 'stuck', at: iso(at), project, stage, release, by, commit },
    ...{ functions, ...place, outcome, because, approve: draft.approve ?? null },
  };
  return { occasions, subject: subjectOf(title), title, lines, detail };
}

const words: { readonly [O in Outcome]?: string } = { rolledBack: 'rolled back' };

function lineOf({ name, alias, baseline, candidate, outcome, because = '' }: NoticeFunction): string {
  const versions = [...new Set([baseline, candidate].filter((version) => version !== null))].join(' -> ');
  const ended = outcome === undefined ? '' : ` ${words[outcome] ?? outcome}`;
  const why = because === '' ? '' : `: ${cut(because, mostBecause)}`;
  return `${name}:${alias}${versions === '' ? '' : ` ${versions}`}${ended}${why}`;
}

/** SNS refuses line breaks, control characters, what is not ASCII, and 100 characters or more. */
const subjectOf = (title: string): string => cut(title.replace(/[^\x20-\x7e]/gu, '?'), 99);

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 3)}...` : text;

const iso = (ms: number): string => new Date(ms).toISOString();
