/** The first thing on the page: what was decided, why, and what comes next; the steps below it. */
import type { RolloutView, View } from '../view';
import { type Decision, decisionOf, rolloutDecision, unknownOf } from './decision';
import { el, setAttribute, setText } from './dom';
import type { Ladder, Model } from './model';
import { setProse } from './prose';
import { toneGlyph } from './shapes';
import { stepsOf } from './steps';
import { words } from './words';

export class Headline {
  readonly element: HTMLElement;
  private readonly mark = el('span', { class: 'mark' });
  private readonly title = el('h1', {});
  private readonly because = el('p', { class: 'because' });
  private readonly next = el('p', { class: 'next' });
  private readonly unknown = el('p', { class: 'note', hidden: true });
  private readonly ladders = el('div', { class: 'ladders' });
  /** Says a change once, and not each reading. */
  private readonly said = el('p', { class: 'hidden', role: 'status' });
  private shown = '';

  constructor() {
    const texts = el('div', { class: 'texts' }, this.title, this.because, this.next);
    this.element = el(
      'section',
      { class: 'card headline', 'aria-label': 'Decision' },
      el('div', { class: 'verdict' }, this.mark, texts),
      this.ladders,
      this.unknown,
      this.said,
    );
  }

  show(model: Model, nowMs: number): void {
    const decision = decisionOf(model, nowMs);
    this.showDecision(decision);
    const unknown = unknownOf(model);
    setProse(this.unknown, unknown ?? '');
    setAttribute(this.unknown, 'hidden', unknown === null);
    this.showLadders(model, nowMs);
  }

  private showDecision({ tone, title, because, next }: Decision): void {
    setText(this.title, title);
    setProse(this.because, because);
    setProse(this.next, next);
    setAttribute(this.because, 'hidden', because === '');
    setAttribute(this.next, 'hidden', next === '');
    setText(this.said, `${title}.`);
    if (this.shown === tone) return;
    this.shown = tone;
    this.element.dataset.tone = tone;
    this.mark.replaceChildren(toneGlyph(tone, false));
  }

  private showLadders(model: Model, nowMs: number): void {
    const rollouts = [...model.view.rollouts.values()].filter(({ steps, step }) => steps > 0 || step > 0);
    const isOne = rollouts.length === 1;
    const drawn = rollouts.map((rollout) => {
      const name = isOne ? null : el('span', { class: 'name' }, rollout.name);
      const place = isOne
        ? null
        : el('span', { class: 'muted' }, rolloutDecision(model.view, rollout, nowMs).title);
      return el(
        'div',
        { class: 'ladder' },
        name,
        stepList(model.view, rollout, model.ladders.get(rollout.name)),
        place,
      );
    });
    this.ladders.replaceChildren(...drawn);
  }
}

function stepList(view: View, rollout: RolloutView, ladder: Ladder | undefined): HTMLElement {
  const isBack = rollout.back !== null || (rollout.outcome !== null && rollout.outcome !== 'promoted');
  const items = stepsOf(view, rollout, ladder).map(
    ({ number, state, weight, bake, words: told, isCurrent }) =>
      el(
        'li',
        { class: state, 'aria-current': isCurrent ? 'step' : null, title: `step ${number}${bake}` },
        weight === undefined ? `step ${number}` : words.percent(weight),
        el('span', { class: 'hidden' }, `, ${told}`),
      ),
  );
  const label = `Steps of ${rollout.name}`;
  return el('ol', { class: 'steps', 'aria-label': label, 'data-back': isBack }, ...items);
}
