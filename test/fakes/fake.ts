/** `before`: nothing happened. `after`: it happened and the answer was lost. */
export type Effect = 'before' | 'after';

interface Failure {
  readonly verb: string;
  readonly error: Error;
  readonly effect: Effect;
}

/** What every fake shares: a list of the calls it got, and failures that were ordered in advance. */
export class Fake {
  /** One line a call: the verb and what it was about, `write orders:live 1+2@10%`. */
  readonly did: string[] = [];
  private readonly failures: Failure[] = [];

  /** The next call of this verb fails; ordered twice, the next two fail. */
  failNext(verb: string, error: Error, effect: Effect): void {
    this.failures.push({ verb, error, effect });
  }

  protected async call<T>(verb: string, about: string, work: () => T): Promise<T> {
    this.did.push(about === '' ? verb : `${verb} ${about}`);
    const at = this.failures.findIndex((failure) => failure.verb === verb);
    const [failure] = at < 0 ? [] : this.failures.splice(at, 1);
    if (failure?.effect === 'before') throw failure.error;
    const answer = work();
    if (failure) throw failure.error;
    return answer;
  }
}
