/** The buttons: each asks first, and says afterwards what came of it. */
import { commandFor } from '../../core/command';
import { show } from '../show';
import { type ActionName, actionsFor } from './decision';
import { el, setAttribute, setText } from './dom';
import type { Model } from './model';

export interface Answer {
  readonly exitCode: number;
  readonly problems: readonly string[];
}

interface Words {
  readonly button: string;
  readonly question: string;
  /** What it does, for so many functions. */
  readonly about: (functions: string) => string;
  readonly yes: string;
  readonly asked: string;
  readonly done: string;
}

const wordsOf: { readonly [A in ActionName]: Words } = {
  pause: {
    button: 'Pause',
    question: 'Pause this release?',
    about: (functions) =>
      `${functions} stay${functions === 'it' ? 's' : ''} at the present weight until somebody resumes. Alarms stay watched, and still send it back.`,
    yes: 'Pause',
    asked: 'Pause asked for. The release obeys at its next look.',
    done: 'The release is paused.',
  },
  resume: {
    button: 'Resume',
    question: 'Go on with this release?',
    about: () => 'It goes on from the step at which it was paused.',
    yes: 'Resume',
    asked: 'Resume asked for. The release obeys at its next look.',
    done: 'The release goes on.',
  },
  approve: {
    button: 'Approve',
    question: 'Approve this step?',
    about: () => 'The release goes on with its next step.',
    yes: 'Approve',
    asked: 'Approval sent.',
    done: 'The step is approved.',
  },
  promote: {
    button: 'Promote now',
    question: 'Promote now, without the steps that are left?',
    about: (functions) =>
      `All requests of ${functions === 'it' ? 'the function' : functions} go to the new version at once. What has not been seen by now is not waited for.`,
    yes: 'Promote now',
    asked: 'Promotion asked for. The release obeys at its next look.',
    done: 'The release is promoted.',
  },
  abort: {
    button: 'Abort',
    question: 'Abort this release?',
    about: (functions) =>
      `All requests of ${functions === 'it' ? 'the function' : functions} go back to the version before.`,
    yes: 'Abort and go back',
    asked: 'Abort asked for. The release obeys at its next look.',
    done: 'The release went back.',
  },
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const names: readonly ActionName[] = ['pause', 'resume', 'approve', 'promote', 'abort'];

export class Actions {
  readonly element: HTMLElement;
  private readonly buttons = new Map<ActionName, HTMLButtonElement>();
  private readonly bar = el('div', { class: 'buttons' });
  private readonly result = el('p', { class: 'result', role: 'status', tabindex: '-1' });
  private readonly question = el('h2', { id: 'question' });
  private readonly about = el('p', { id: 'question-about' });
  private readonly command = el('code', {});
  private readonly yes = el('button', { type: 'submit', class: 'yes' });
  private readonly no = el('button', { type: 'button', class: 'quiet' }, 'Cancel');
  private readonly dialog: HTMLDialogElement;
  private asking: ActionName | null = null;
  private readonly under = new Set<ActionName>();
  private model: Model | null = null;
  private isOpen = true;

  constructor(private readonly send: (name: ActionName) => Promise<Answer>) {
    for (const name of names) {
      const button = el(
        'button',
        { type: 'button', 'data-action': name, 'aria-haspopup': 'dialog' },
        wordsOf[name].button,
      );
      button.addEventListener('click', () => this.ask(name));
      this.buttons.set(name, button);
    }
    this.bar.append(...this.buttons.values());
    this.dialog = this.makeDialog();
    this.element = el(
      'section',
      { class: 'card actions', 'aria-label': 'Actions' },
      this.bar,
      this.result,
      this.dialog,
    );
  }

  show(model: Model, isOpen: boolean): void {
    this.model = model;
    this.isOpen = isOpen;
    const { ended } = model.view;
    const isOver = ended !== null && ended.outcome !== 'waiting';
    if (isOver && this.bar.matches(':focus-within')) this.result.focus();
    setAttribute(this.bar, 'hidden', isOver);
    setAttribute(this.element, 'hidden', isOver && this.result.textContent === '');
    const possible = isOpen ? actionsFor(model) : new Set<ActionName>();
    for (const [name, button] of this.buttons) {
      const works = possible.has(name) && !this.under.has(name);
      // The focus does not fall away below somebody who is on a button.
      setAttribute(button, 'aria-disabled', works ? null : 'true');
      setAttribute(
        button,
        'hidden',
        name === (possible.has('resume') ? 'pause' : 'resume') && !this.under.has(name),
      );
    }
    // A question does not vanish below somebody's hand because the page has heard nothing for a moment.
    if (this.asking !== null && isOpen && !possible.has(this.asking)) this.dialog.close();
  }

  private makeDialog(): HTMLDialogElement {
    const form = el(
      'form',
      { method: 'dialog' },
      this.question,
      this.about,
      el('p', { class: 'muted' }, 'The same as ', this.command),
      el('div', { class: 'buttons' }, this.no, this.yes),
    );
    const dialog = el(
      'dialog',
      { 'aria-labelledby': 'question', 'aria-describedby': 'question-about' },
      form,
    );
    form.addEventListener('submit', () => void this.confirmed());
    this.no.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      // The browser tells it later: by then the next question may stand there, and must not lose what it asks about.
      if (!dialog.open) this.asking = null;
    });
    return dialog;
  }

  private ask(name: ActionName): void {
    const { view } = this.model ?? {};
    if (!view || this.buttons.get(name)?.getAttribute('aria-disabled') === 'true') return;
    const { question, about, yes } = wordsOf[name];
    this.asking = name;
    const count = view.functions.size;
    setText(this.question, question);
    setText(
      this.about,
      capital(about(count <= 1 ? 'it' : count === 2 ? 'both functions' : `all ${count} functions`)),
    );
    const release = view.release === null ? null : show.release(view.release);
    setText(this.command, commandFor(name, { where: view.where, release, step: null }));
    setText(this.yes, yes);
    this.yes.dataset.action = name;
    this.dialog.showModal();
    // A hasty Enter changes nothing.
    this.no.focus();
  }

  private async confirmed(): Promise<void> {
    const name = this.asking;
    if (name === null) return;
    this.under.add(name);
    this.say(wordsOf[name].asked, 'plain');
    this.redraw();
    try {
      const { exitCode, problems } = await this.send(name);
      if (exitCode === 0) this.say(wordsOf[name].done, 'good');
      else
        this.say(
          problems.join(' ') || `It ended with exit code ${exitCode}.`,
          exitCode === 6 ? 'warn' : 'bad',
        );
    } catch {
      this.say('shipit cannot be reached: nobody knows whether it was asked for.', 'bad');
    } finally {
      this.under.delete(name);
      this.redraw();
    }
  }

  private redraw(): void {
    if (this.model) this.show(this.model, this.isOpen);
  }

  private say(text: string, tone: string): void {
    this.result.dataset.tone = tone;
    setText(this.result, text);
  }
}
