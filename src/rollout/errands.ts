/** What comes of something that takes its time. */
export interface Answered {
  readonly status: 'pass' | 'fail' | 'inconclusive';
  readonly because: string;
  /** Names of the aliases whose candidates it speaks against; absent where none is to blame. */
  readonly against?: readonly string[];
}

/** Work that runs beside the polls, begun once and asked for again. A bug in it speaks against the candidate. */
export class Errands {
  private readonly answers = new Map<string, Answered | null>();

  constructor(private readonly nudge: () => void) {}

  /** Null while it runs. */
  run(key: string, work: () => Promise<Answered>): Answered | null {
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    this.answers.set(key, null);
    const settle = (answer: Answered): void => {
      this.answers.set(key, answer);
      this.nudge();
    };
    work().then(settle, (bug) =>
      settle({ status: 'fail', because: `shipit itself failed: ${wordsOf(bug)}` }),
    );
    return null;
  }
}

const wordsOf = (bug: unknown): string => (bug instanceof Error ? bug.message : String(bug));
