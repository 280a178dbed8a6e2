import type { Processes, Ran, RunOptions } from '../../src/core/ports';
import { Fake } from './fake';

/** A machine without programs, until a test puts some there: by the words that they are called with. */
export class FakeProcesses extends Fake implements Processes {
  answer: (argv: readonly string[], options: RunOptions) => Partial<Ran> | null = () => null;

  run(argv: readonly string[], options: RunOptions): Promise<Ran | null> {
    return this.call('run', argv.join(' '), () => {
      const ran = this.answer(argv, options);
      return ran && { code: 0, stdout: '', stderr: '', ...ran };
    });
  }
}
