/**
 * Single keys of the terminal, without echo and without Enter. While they are read the terminal makes no signals of them, so
 * Ctrl-C, Ctrl-Z and Ctrl-\ are sent on, to all that runs in the foreground, as the terminal would. Whatever ends the
 * process, the terminal is left as it was found.
 */

export interface KeyInput {
  readonly isTTY?: boolean | undefined;
  setRawMode?(raw: boolean): unknown;
  on(event: 'data', hear: (data: Buffer | string) => void): unknown;
  on(event: 'error', hear: (error: unknown) => void): unknown;
  off(event: 'data', hear: (data: Buffer | string) => void): unknown;
  off(event: 'error', hear: (error: unknown) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

type SignalName = 'SIGINT' | 'SIGQUIT' | 'SIGTSTP' | 'SIGCONT' | 'SIGHUP';

/** What a process knows of signals. */
export interface Signals {
  on(name: SignalName, hear: () => void): unknown;
  off(name: SignalName, hear: () => void): unknown;
  readonly pid: number;
  /** To process 0 is to all of the own group. */
  kill(pid: number, name: SignalName): unknown;
}

export interface Terminal {
  /** It is opened by whoever reads it first. */
  readonly input: () => KeyInput;
  readonly signals: Signals;
  /** A process in the background that touched the terminal would be stopped. */
  readonly isForeground: () => boolean;
}

export interface Hearing {
  readonly pressed: (key: string) => void;
  /** Several characters at once. */
  readonly pasted: () => void;
  /** It was stopped and goes on, maybe on another screen. */
  readonly back: () => void;
}

const [ctrlC, ctrlL, ctrlZ, ctrlBackslash, esc] = ['\x03', '\x0c', '\x1a', '\x1c', '\x1b'];

export class Keyboard {
  private isOpen = false;
  /** Somebody wants keys, if the terminal is ours. */
  private isWanted = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly hearing: Hearing,
  ) {}

  /** Whether keys are heard just now. */
  get hears(): boolean {
    return this.isOpen;
  }

  open(): void {
    if (this.isWanted) return;
    this.isWanted = true;
    const { signals } = this.terminal;
    for (const [name, hear] of this.handlers()) signals.on(name, hear);
    this.listen();
  }

  /** Again, when it was in the background before. */
  listen(): void {
    if (!this.isWanted || this.isOpen || !this.terminal.isForeground()) return;
    const input = this.terminal.input();
    if (input.isTTY !== true || !input.setRawMode) return;
    this.isOpen = true;
    input.setRawMode(true);
    input.on('data', this.hear);
    input.on('error', this.lost);
    input.resume();
  }

  close(): void {
    if (!this.isWanted) return;
    this.isWanted = false;
    for (const [name, hear] of this.handlers()) this.terminal.signals.off(name, hear);
    this.rest();
  }

  /** The terminal as it was before. */
  private rest(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    const input = this.terminal.input();
    input.off('data', this.hear);
    input.pause();
    // A terminal that is gone cannot be set back, and need not be.
    attempt(() => input.setRawMode?.(false));
    input.off('error', this.lost);
  }

  private readonly lost = (): void => this.rest();

  private readonly hear = (data: Buffer | string): void => {
    const text = data.toString();
    if (text.includes(ctrlC)) this.send('SIGINT');
    else if (text.includes(ctrlBackslash)) this.send('SIGQUIT');
    else if (text.includes(ctrlZ)) this.send('SIGTSTP');
    else if (text === ctrlL) this.hearing.back();
    else if (text.startsWith(esc)) this.hearing.pressed('escape');
    else if ([...text].length > 1) this.hearing.pasted();
    else this.hearing.pressed(text);
  };

  private send(name: SignalName): void {
    this.terminal.signals.kill(0, name);
  }

  private handlers(): readonly (readonly [SignalName, () => void])[] {
    return [
      ['SIGTSTP', this.stopped],
      ['SIGCONT', this.goesOn],
      ['SIGHUP', this.ended.SIGHUP],
      ['SIGQUIT', this.ended.SIGQUIT],
    ];
  }

  /** By the system's own hand: it stops nobody whom no shell could wake again. */
  private readonly stopped = (): void => {
    const { signals } = this.terminal;
    this.rest();
    signals.off('SIGTSTP', this.stopped);
    signals.kill(signals.pid, 'SIGTSTP');
    signals.on('SIGTSTP', this.stopped);
    this.goesOn();
  };

  /** Told twice of one return, by the system and by ourselves, it looks up once. */
  private readonly goesOn = (): void => {
    if (this.isOpen) return;
    this.listen();
    if (this.isOpen) this.hearing.back();
  };

  /** With nobody listening any more they end the process, as they would have. */
  private readonly ended = { SIGHUP: () => this.endBy('SIGHUP'), SIGQUIT: () => this.endBy('SIGQUIT') };

  private endBy(name: SignalName): void {
    this.close();
    const { signals } = this.terminal;
    signals.kill(signals.pid, name);
  }
}

function attempt(work: () => unknown): void {
  try {
    work();
  } catch {
    // Nobody is left to be told.
  }
}
