/** The functions of a release: one is shown, and where there are more, one is chosen. */
import { outcomeWords } from '../show';
import { type FunctionView, rolloutOf, type View } from '../view';
import { el, setAttribute, setText } from './dom';
import type { Tone } from './model';
import { toneGlyph } from './shapes';
import { words } from './words';

interface Row {
  readonly button: HTMLButtonElement;
  readonly item: HTMLLIElement;
  readonly state: HTMLElement;
  readonly versions: HTMLElement;
  readonly fill: HTMLElement;
  readonly weight: HTMLElement;
  readonly rates: HTMLElement;
  tone: Tone | null;
}

export class Functions {
  readonly element: HTMLElement;
  private readonly search = el('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Filter',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  private readonly troubled = el('input', { type: 'checkbox', id: 'troubled' });
  private readonly count = el('p', { class: 'muted count', role: 'status' });
  private readonly list = el('ul', { class: 'functions' });
  private readonly rows = new Map<string, Row>();
  private chosen: string | null = null;
  private view: View | null = null;

  constructor(private readonly onChoose: () => void) {
    this.search.addEventListener('input', () => this.filter());
    this.troubled.addEventListener('change', () => this.filter());
    this.element = el(
      'section',
      { class: 'card picker', 'aria-labelledby': 'functions-title' },
      el('h2', { id: 'functions-title' }, 'Functions'),
      el(
        'div',
        { class: 'filter' },
        el('label', { class: 'hidden', for: 'search' }, 'Filter functions by name'),
        this.search,
        el('label', { class: 'check', for: 'troubled' }, this.troubled, 'with errors'),
      ),
      this.count,
      this.list,
    );
  }

  /** The one that was chosen, else the one that somebody should see first. */
  shown(view: View): FunctionView | null {
    const chosen = this.chosen === null ? undefined : view.functions.get(this.chosen);
    if (chosen) return chosen;
    return [...view.functions.values()].reduce<FunctionView | null>(
      (best, one) => (best === null || trouble(one) > trouble(best) ? one : best),
      null,
    );
  }

  show(view: View): void {
    this.view = view;
    setAttribute(this.element, 'hidden', view.functions.size < 2);
    const current = this.shown(view)?.key ?? null;
    for (const entry of view.functions.values()) this.showRow(view, entry, current);
    this.sort(view);
    this.filter();
  }

  private showRow(view: View, entry: FunctionView, current: string | null): void {
    const row = this.rows.get(entry.key) ?? this.addRow(entry.key);
    const { tone, text } = stateOf(view, entry);
    setAttribute(row.button, 'aria-current', entry.key === current ? 'true' : null);
    if (row.tone !== tone) row.state.replaceChildren(toneGlyph(tone, true));
    row.tone = tone;
    setText(row.versions, [versionsOf(entry), text].filter((one) => one !== '').join(' · '));
    row.fill.style.width = `${entry.weight}%`;
    setText(row.weight, words.percent(entry.weight));
    setText(row.rates, ratesOf(entry));
  }

  private addRow(key: string): Row {
    const state = el('span', { class: 'state' });
    const versions = el('span', { class: 'muted versions' });
    const fill = el('span', { class: 'fill' });
    const weight = el('span', { class: 'weight' });
    const rates = el('span', { class: 'muted rates' });
    const name = el('span', { class: 'name', title: key }, key);
    const bar = el('span', { class: 'bar', 'aria-hidden': 'true' }, fill);
    const button = el('button', { type: 'button' }, state, name, versions, bar, weight, rates);
    button.addEventListener('click', () => {
      this.chosen = key;
      this.onChoose();
    });
    const item = el('li', {}, button);
    this.list.append(item);
    const row: Row = { button, item, state, versions, fill, weight, rates, tone: null };
    this.rows.set(key, row);
    return row;
  }

  /** Those with trouble first; nothing moves below a pointer or a focus. */
  private sort(view: View): void {
    if (this.list.matches(':hover, :focus-within')) return;
    const order = [...view.functions.values()].sort(
      (a, b) => trouble(b) - trouble(a) || a.key.localeCompare(b.key),
    );
    order.forEach(({ key }, index) => {
      const item = this.rows.get(key)?.item;
      if (item && this.list.children[index] !== item)
        this.list.insertBefore(item, this.list.children[index] ?? null);
    });
  }

  private filter(): void {
    if (!this.view) return;
    const text = this.search.value.trim().toLowerCase();
    let count = 0;
    for (const [key, row] of this.rows) {
      const entry = this.view.functions.get(key);
      const isShown =
        entry !== undefined &&
        `${key} ${entry.name}`.toLowerCase().includes(text) &&
        (!this.troubled.checked || hasErrors(entry));
      setAttribute(row.item, 'hidden', !isShown);
      count += isShown ? 1 : 0;
    }
    setText(this.count, `${count} of ${this.view.functions.size} shown`);
  }
}

const hasErrors = ({ counts }: FunctionView): boolean => (counts?.candidate.errors ?? 0) > 0;

/** More errors of the candidate than of the baseline are trouble; how it ended is more. */
function trouble({ counts, result }: FunctionView): number {
  const outcome = result?.outcome;
  const ended = outcome && !['promoted', 'unchanged'].includes(outcome) ? 1000 : 0;
  if (!counts) return ended;
  return ended + Math.max(0, words.rateOf(counts.candidate) ?? 0) + (counts.candidate.errors > 0 ? 0.001 : 0);
}

function stateOf(view: View, entry: FunctionView): { tone: Tone; text: string } {
  const outcome = entry.result?.outcome;
  if (outcome) {
    const isGood = outcome === 'promoted' || outcome === 'unchanged';
    return { tone: isGood ? 'good' : outcome === 'waiting' ? 'warn' : 'bad', text: outcomeWords[outcome] };
  }
  const rollout = rolloutOf(view, entry);
  if (rollout?.back) return { tone: 'bad', text: 'rolling back' };
  if (rollout?.waits || rollout?.held) return { tone: 'warn', text: '' };
  if (entry.counts === null) return { tone: 'plain', text: entry.doing };
  return { tone: hasErrors(entry) ? 'warn' : 'plain', text: '' };
}

export function versionsOf({ baseline, candidate }: FunctionView): string {
  if (candidate === null) return baseline === null ? 'new' : `version ${baseline}`;
  return baseline === null || baseline === candidate ? `version ${candidate}` : `${baseline} → ${candidate}`;
}

function ratesOf({ counts }: FunctionView): string {
  if (counts === null) return '';
  const { candidate, baseline } = counts;
  const rate = words.rateOf(candidate);
  return rate === null
    ? 'no requests yet'
    : `${words.percent(rate)} failed, before ${words.rate(words.rateOf(baseline))}`;
}
