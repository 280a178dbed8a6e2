/**
 * What the page knows: the view that terminal and reports have too, folded from the same events, and beside it what only a page
 * has room for. Knows no browser.
 */
import type { Event, EventOf, StepPlan } from '../../core/events';
import { fold } from '../fold';
import { weightAfter } from '../marks';
import { emptyView, type View } from '../view';

export type Tone = 'good' | 'bad' | 'warn' | 'plain';

export interface Weight {
  readonly atMs: number;
  readonly weight: number;
}

export type Planned = Pick<StepPlan, 'weight'> & Partial<StepPlan>;

/** Steps as far as somebody has told: planned in their order, and the weights that were taken by their number. */
export interface Ladder {
  readonly planned: readonly Planned[];
  readonly weights: ReadonlyMap<number, number>;
}

const noLadder: Ladder = { planned: [], weights: new Map() };

export class Model {
  view: View = emptyView;
  /** Of each function, from one change to the next. */
  readonly weights = new Map<string, Weight[]>();
  readonly ladders = new Map<string, Ladder>();
  started: EventOf<'release.started'> | null = null;
  /** The last rows of somebody who looks on. */
  rows: EventOf<'status.read'> | null = null;
  /** The events tell the release itself, and not only what can be seen of it from outside. */
  isStory = false;
  lastMs: number | null = null;
  /** Told before anybody knew that it is a story: aliases are claimed first. */
  private early: Event[] = [];

  learn(events: readonly Event[]): void {
    for (const event of events) this.learnOne(event);
  }

  private learnOne(event: Event): void {
    this.lastMs = Math.max(this.lastMs ?? event.at, event.at);
    if (event.type === 'status.read') this.rows = event;
    // Whoever drives it tells more than rows do, and in its own words.
    if (event.type === 'status.read' && this.isStory) return;
    if (isStart(event) && !this.isStory) this.begin();
    else if (!this.isStory && event.type !== 'status.read') this.early.push(event);
    this.take(event);
  }

  private take(event: Event): void {
    this.note(event);
    this.view = fold(this.view, event);
  }

  /** What was seen from outside before gives way to what is told. */
  private begin(): void {
    this.isStory = true;
    this.view = emptyView;
    this.weights.clear();
    for (const event of this.early) this.take(event);
    this.early = [];
  }

  private note(event: Event): void {
    if (event.type === 'release.started') this.started = event;
    if (event.type === 'alias.written') {
      const known = this.view.functions.get(event.key)?.candidate ?? null;
      this.weigh(event.key, event.at, weightAfter(event, known));
    }
    if (event.type === 'status.read')
      for (const { key, weight } of event.functions) this.weigh(key, event.at, weight);
    if (event.type === 'plan.made')
      for (const { name, steps } of event.rollouts) this.climb(name, { planned: steps });
    if (event.type === 'rollout.stepped') this.step(event);
  }

  private step({ rollout, step, weight }: EventOf<'rollout.stepped'>): void {
    const known = this.ladders.get(rollout) ?? {
      ...noLadder,
      planned: stepsTyped(this.started?.asked?.choice),
    };
    this.climb(rollout, { ...known, weights: new Map(known.weights).set(step, weight) });
  }

  private climb(rollout: string, change: Partial<Ladder>): void {
    this.ladders.set(rollout, { ...(this.ladders.get(rollout) ?? noLadder), ...change });
  }

  private weigh(key: string, atMs: number, weight: number): void {
    const known = this.weights.get(key) ?? [];
    if (known.at(-1)?.weight !== weight) this.weights.set(key, [...known, { atMs, weight }]);
  }
}

const isStart = ({ type }: Event): boolean =>
  type === 'plan.made' || type === 'release.started' || type === 'release.takenOver';

interface Strategy {
  readonly kind?: string;
  readonly weight?: number;
  readonly steps?: readonly { readonly weight: number }[];
}

/** Where no plan is told: what follows from the flags of a deploy. Those that name a rollout of its project file say no weights. */
function stepsTyped(choice: object | undefined): Planned[] {
  const strategy = choice && 'strategy' in choice ? (choice.strategy as Strategy | null) : null;
  const { kind, weight = 0, steps = [] } = strategy ?? {};
  if (kind === 'canary') return [{ weight }];
  if (kind === 'steps') return steps.map((step) => ({ weight: step.weight }));
  if (kind !== 'linear' || !(weight >= 0.1)) return [];
  return Array.from({ length: Math.ceil(100 / weight) - 1 }, (_, index) => ({
    weight: Math.round(10 * weight * (index + 1)) / 10,
  }));
}
