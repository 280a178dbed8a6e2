/** Draws the page: from the events inside it, or from those that the command tells that serves it. */
import type { ReportData } from '../page';
import { show } from '../show';
import { Actions } from './actions';
import { each, ReleaseClock } from './clock';
import { decisionOf } from './decision';
import { el, setAttribute, setText } from './dom';
import { Figures } from './figures';
import { Functions, versionsOf } from './functions';
import { Happened } from './happened';
import { Headline } from './headline';
import { Model } from './model';
import { About, Watching } from './panels';
import { type Link, Source } from './source';

const linkWords: { readonly [L in Link]: string } = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Connection lost, trying again',
  over: 'shipit has ended: this is what was known last',
};

/** So long without a word, a connection that seems open is not. */
const silentMs = 10_000;

class Page {
  private model = new Model();
  private link: Link = 'connecting';
  private isDue = false;
  private readonly clock = new ReleaseClock();
  private readonly headline = new Headline();
  private readonly watching = new Watching();
  private readonly about = new About();
  private readonly figures = new Figures();
  private readonly happened = new Happened(() => this.soon());
  private readonly functions = new Functions(() => this.soon());
  private readonly name = el('h2', { class: 'shown', id: 'shown' });
  private readonly alias = el('p', { class: 'muted alias' });
  private readonly state = el('p', { class: 'link', role: 'status' });
  private readonly columns = el('div', { class: 'columns' });
  private readonly release = el('span', { class: 'release' });
  private readonly source = new Source(this.clock, {
    reset: () => {
      this.model = new Model();
      this.soon();
    },
    learn: (events) => {
      this.model.learn(events);
      this.soon();
    },
    linked: (link) => this.linked(link),
  });
  private readonly actions = new Actions((what) => this.source.act(what));

  constructor(private readonly report: ReportData | null) {
    const plots = el(
      'section',
      { class: 'shown-function', 'aria-labelledby': 'shown' },
      el('div', {}, this.name, this.alias),
      this.figures.element,
    );
    const words = document.getElementById('report');
    const side = el('div', { class: 'side' }, this.watching.element, words ? null : this.about.element);
    this.columns.append(this.functions.element, plots, side);
    document.body.append(
      el('header', {}, el('p', { class: 'brand' }, 'shipit ', this.release), this.state),
      el(
        'main',
        {},
        this.headline.element,
        report ? null : this.actions.element,
        this.columns,
        // A report has its words in the page already, for whoever reads it without this script.
        words ?? this.happened.element,
      ),
    );
  }

  begin(): void {
    if (this.report) {
      this.model.learn(this.report.events);
      setText(this.state, `Report of ${show.day(this.report.atMs)}`);
    } else {
      this.linked('connecting');
      this.source.open();
      each(1000, () => this.tick());
    }
    this.draw();
  }

  /** What is left of a step grows less while nobody tells anything. */
  private tick(): void {
    if (this.link === 'live' && this.clock.silentMs() > silentMs) this.linked('lost');
    if (this.link !== 'over') this.soon();
  }

  private linked(link: Link): void {
    this.link = link;
    this.state.dataset.link = link;
    setText(this.state, linkWords[link]);
    this.soon();
  }

  /** Many events are one drawing. The title of a page in the background changes all the same. */
  private soon(): void {
    if (this.isDue) return;
    this.isDue = true;
    setText(document.head.querySelector('title') ?? document.head, this.title());
    requestAnimationFrame(() => {
      this.isDue = false;
      this.draw();
    });
  }

  private title(): string {
    const { title } = decisionOf(this.model, this.nowMs());
    const { release } = this.model.view;
    return [title, release === null ? null : show.release(release), 'shipit']
      .filter((text) => text !== null)
      .join(' · ');
  }

  /** A release that is over has no later than its end. */
  private nowMs(): number {
    const { view, lastMs } = this.model;
    const isOver = view.ended !== null && view.ended.outcome !== 'waiting';
    return (isOver || this.link === 'over' ? null : this.clock.nowMs()) ?? lastMs ?? 0;
  }

  private draw(): void {
    const { model } = this;
    const { view } = model;
    const nowMs = this.nowMs();
    setText(document.head.querySelector('title') ?? document.head, this.title());
    setText(this.release, view.release === null ? '' : `release ${show.release(view.release)}`);
    this.headline.show(model, nowMs);
    this.actions.show(model, this.link === 'live');
    this.functions.show(view);
    this.watching.show(model);
    this.about.show(model);
    this.happened.show(model);
    const entry = this.functions.shown(view);
    setAttribute(this.columns, 'hidden', entry === null);
    if (!entry) return;
    setText(this.name, entry.key);
    setText(this.alias, `${entry.name}:${entry.alias}  ${versionsOf(entry)}`);
    this.figures.show(model, entry, nowMs);
  }
}

const data = document.getElementById('data')?.textContent;
new Page(data ? JSON.parse(data) : null).begin();
