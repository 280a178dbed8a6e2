/** What happened to the release, newest first: the marks of the view, as the reports have them too. */
import { show } from '../show';
import { type Mark, sentenceOf } from '../timeline';
import { el, setAttribute, setText } from './dom';
import type { Model, Tone } from './model';
import { prose } from './prose';
import { toneGlyph } from './shapes';

/** Older ones are shown when somebody asks for them. */
const fewMarks = 60;

export class Happened {
  private isWhole = false;
  private drawn: readonly Mark[] | null = null;
  private readonly list = el('ol', { class: 'timeline' });
  private readonly more = el('button', { type: 'button', class: 'quiet' });
  private readonly left = el('p', { class: 'muted' });
  readonly element = el(
    'section',
    { class: 'card', 'aria-labelledby': 'timeline-title' },
    el('h2', { id: 'timeline-title' }, 'What happened'),
    this.list,
    this.left,
    this.more,
  );

  constructor(private readonly onChange: () => void) {
    this.more.addEventListener('click', () => {
      this.isWhole = true;
      this.drawn = null;
      this.onChange();
    });
  }

  show({ view }: Model): void {
    const { marks, left } = view.timeline;
    if (marks === this.drawn) return;
    this.drawn = marks;
    const newest = [...marks].reverse();
    const shown = this.isWhole ? newest : newest.slice(0, fewMarks);
    setText(this.more, `Show all ${marks.length}`);
    setAttribute(this.more, 'hidden', shown.length === marks.length);
    setText(this.left, `${left} marks between the first and the last are not kept.`);
    setAttribute(this.left, 'hidden', left === 0);
    this.list.replaceChildren(
      ...(shown.length === 0 ? [el('li', { class: 'empty' }, 'Nothing yet.')] : shown.map(markItem)),
    );
  }
}

function markItem(mark: Mark): HTMLLIElement {
  const { atMs, rollout, by } = mark;
  const tone = toneOf(mark);
  const time = el('time', { datetime: new Date(atMs).toISOString() }, show.clock(atMs));
  const whom = by === null || mark.text.includes(by) ? null : el('span', { class: 'muted' }, ` (${by})`);
  const what = rollout === null ? null : el('span', { class: 'muted' }, `${rollout}: `);
  return el(
    'li',
    { 'data-tone': tone },
    time,
    toneGlyph(tone, true),
    el('span', { class: 'text' }, what, ...prose(sentenceOf(mark)), whom),
  );
}

/** Words like these stand at the front of what is bad in the marks themselves. */
const wentWell = /^(?:released|release: released|nothing to release)/;

function toneOf({ kind, text, verdict }: Mark): Tone {
  if (kind === 'back' || verdict === 'fail' || /FAILED/.test(text)) return 'bad';
  if (kind === 'alarm') return /ALARM(?:,|$)/.test(text) ? 'bad' : 'plain';
  if (kind === 'end') return wentWell.test(text) ? 'good' : /waiting/.test(text) ? 'warn' : 'bad';
  return kind === 'wait' || kind === 'warning' || kind === 'owner' || verdict === 'inconclusive'
    ? 'warn'
    : 'plain';
}
