/** The steps of a rollout, and what a reader is told of each, who may not see how it is drawn: pure. */
import { show } from '../show';
import type { RolloutView, View } from '../view';
import type { Ladder } from './model';

interface Step {
  readonly number: number;
  /** As it is drawn. */
  readonly state: 'done' | 'now' | 'next';
  readonly weight: number | undefined;
  /** ` for 10m`; empty where nobody has said. */
  readonly bake: string;
  readonly words: string;
  /** Something happens there now. */
  readonly isCurrent: boolean;
}

/** Of a rollout that goes on, and of one that ended before its last step. */
const stateWords = { done: 'passed', now: 'now', next: 'to come' } as const;
const endWords = { done: 'passed', now: 'reached last', next: 'not reached' } as const;
const mostSteps = 60;

export function stepsOf(view: View, rollout: RolloutView, ladder: Ladder | undefined): Step[] {
  const outcome = rollout.outcome ?? view.ended?.outcome ?? null;
  const isOver = outcome !== null && outcome !== 'waiting';
  const count = Math.min(Math.max(rollout.steps, rollout.step), mostSteps);
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const planned = ladder?.planned[index];
    const last = number === rollout.steps ? 100 : undefined;
    const weight = ladder?.weights.get(number) ?? planned?.weight ?? last;
    const isDone = outcome === 'promoted' || number < rollout.step;
    const state = isDone ? 'done' : number === rollout.step ? 'now' : 'next';
    const bake = planned?.bakeMs ? ` for ${show.time(planned.bakeMs)}` : '';
    const words = isOver ? endWords[state] : `${stateWords[state]}${bake}`;
    return { number, state, weight, bake, words, isCurrent: state === 'now' && !isOver };
  });
}
