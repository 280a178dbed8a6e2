/** Alarms and hooks, and who and what it is about. */
import { outcomeWords, show } from '../show';
import type { RolloutView } from '../view';
import { el, setAttribute, setText } from './dom';
import { versionsOf } from './functions';
import type { Model, Tone } from './model';
import { toneGlyph } from './shapes';

/** What is the same already is not drawn again: whoever reads or selects there is not disturbed. */
abstract class Panel {
  private drawn = '';

  protected changed(...values: unknown[]): boolean {
    const text = JSON.stringify(values);
    if (text === this.drawn) return false;
    this.drawn = text;
    return true;
  }
}

const alarmTones: { readonly [state: string]: Tone } = { OK: 'good', ALARM: 'bad' };
const alarmWords: { readonly [state: string]: string } = { INSUFFICIENT_DATA: 'no data' };

export class Watching extends Panel {
  private readonly alarms = el('ul', { class: 'states' });
  private readonly none = el('p', { class: 'empty' });
  private readonly hooks = el('ul', { class: 'states' });
  private readonly hooksTitle = el('h3', {}, 'Hooks');
  readonly element = el(
    'section',
    { class: 'card', 'aria-labelledby': 'alarms-title' },
    el('h2', { id: 'alarms-title' }, 'Alarms'),
    this.none,
    this.alarms,
    this.hooksTitle,
    this.hooks,
  );

  show({ view, isStory, started }: Model): void {
    const rollouts = [...view.rollouts.values()];
    if (
      !this.changed(
        rollouts.map(({ alarms, hooks }) => [alarms, hooks]),
        isStory,
        started?.ungated,
      )
    )
      return;
    const alarms = [...new Map(rollouts.flatMap((one) => one.alarms).map((one) => [one.name, one])).values()];
    alarms.sort(
      (a, b) => Number(b.state === 'ALARM') - Number(a.state === 'ALARM') || a.name.localeCompare(b.name),
    );
    const isRead = rollouts.some(({ verdict }) => verdict !== null);
    setText(this.none, noAlarms({ isStory, isRead, ungated: started?.ungated ?? null }));
    setAttribute(this.none, 'hidden', alarms.length > 0);
    this.alarms.replaceChildren(
      ...alarms.map(({ name, state }) =>
        stateItem(alarmTones[state] ?? 'plain', name, alarmWords[state] ?? state),
      ),
    );
    const hooks = rollouts.flatMap((one) => one.hooks);
    setAttribute(this.hooksTitle, 'hidden', hooks.length === 0);
    this.hooks.replaceChildren(...hooks.map(hookItem));
  }
}

interface Unread {
  readonly isStory: boolean;
  readonly isRead: boolean;
  readonly ungated: string | null;
}

function noAlarms({ isStory, isRead, ungated }: Unread): string {
  if (!isStory) return 'Not known here.';
  if (ungated !== null) return `Nothing is watched: ${ungated}`;
  return isRead ? 'No alarm is named for these functions.' : 'None has been read yet.';
}

const hookTones = { pass: 'good', fail: 'bad', inconclusive: 'warn' } as const;

const hookItem = ({ name, status, because }: RolloutView['hooks'][number]): HTMLLIElement =>
  stateItem(
    hookTones[status as keyof typeof hookTones] ?? 'plain',
    name,
    status === 'pass' ? 'passed' : `${status}: ${because}`,
  );

function stateItem(tone: Tone, name: string, state: string): HTMLLIElement {
  return el(
    'li',
    { 'data-tone': tone },
    toneGlyph(tone, false),
    el('span', { class: 'name' }, name),
    el('span', { class: 'value' }, state),
  );
}

export class About extends Panel {
  private readonly facts = el('dl', { class: 'facts' });
  private readonly body = el('tbody', {});
  private readonly table = el(
    'details',
    { class: 'numbers' },
    el('summary', {}, 'Versions and digests'),
    el(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Versions and digests' },
      el(
        'table',
        {},
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            ...['Function', 'Alias', 'Versions', 'How it ended', 'Digest'].map((name) =>
              el('th', { scope: 'col' }, name),
            ),
          ),
        ),
        this.body,
      ),
    ),
  );
  readonly element = el(
    'section',
    { class: 'card', 'aria-labelledby': 'about-title' },
    el('h2', { id: 'about-title' }, 'Release'),
    this.facts,
    this.table,
  );

  show(model: Model): void {
    const { view } = model;
    const facts = factsOf(model);
    const functions = [...view.functions.values()].map((entry) => [
      entry.key,
      `${entry.name}:${entry.alias}`,
      versionsOf(entry),
      entry.result ? outcomeWords[entry.result.outcome] : '-',
      entry.digest ?? '-',
    ]);
    if (!this.changed(facts, functions)) return;
    this.facts.replaceChildren(...factNodes(facts));
    setAttribute(this.table, 'hidden', functions.length === 0);
    setAttribute(this.element, 'hidden', facts.length + functions.length === 0);
    this.body.replaceChildren(
      ...functions.map(([first = '', ...rest]) =>
        el('tr', {}, el('th', { scope: 'row' }, first), ...rest.map((cell) => el('td', {}, cell))),
      ),
    );
  }
}

function factsOf({ view, started }: Model): [string, string][] {
  const { release, by, from, commit, dirty, startedMs, ended, takenOver } = view;
  const endedMs = ended === null || ended.outcome === 'waiting' ? null : ended.atMs;
  const took = startedMs === null || endedMs === null ? '' : `, after ${show.time(endedMs - startedMs)}`;
  const all: [string, string | null][] = [
    ['Id', release],
    ['By', by],
    ['From', from],
    ['Commit', commit === null ? null : `${commit}${dirty ? ', with changes' : ''}`],
    ['Started', startedMs === null ? null : show.day(startedMs)],
    ['Ended', endedMs === null ? null : `${show.day(endedMs)}${took}`],
    ['Taken over', takenOver && `by ${takenOver.by} from ${takenOver.from}: ${takenOver.because}`],
    ['Reason', started?.reason ?? null],
    ['Not watched', started?.ungated ?? null],
    ['Ignored alarms', started?.ignored?.join(', ') || null],
  ];
  return all.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
}

const factNodes = (facts: readonly (readonly [string, string])[]): HTMLElement[] =>
  facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]);
