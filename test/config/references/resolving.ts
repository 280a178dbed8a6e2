/** A project with texts to resolve: what it is resolved in, and where each text stands. */

import { locate, type Problem } from '../../../src/config/problem';
import type { Path } from '../../../src/config/read';
import { standsAsWritten } from '../../../src/config/references/places';
import type { PlainInput } from '../../../src/config/references/resolve';
import { resolveAll, resolvePlain } from '../../../src/config/references/resolve';
import { Secret } from '../../../src/core/secret';
import { FakeFiles } from '../../fakes/edge';
import { FakeLookups } from '../../fakes/lookups';
import { FakeProcesses } from '../../fakes/processes';
import { FakeIdentity } from '../../fakes/watch';

export const sha = '0123456789abcdef0123456789abcdef01234567';

/** A repository on the branch main; a project orders, stage prod, whose account only AWS knows. */
export class Resolving {
  readonly files = new FakeFiles();
  readonly lookups = new FakeLookups();
  readonly processes = new FakeProcesses();
  readonly identity = new FakeIdentity();
  env: { [name: string]: string | undefined } = { TABLE: 'orders', EMPTY: '' };
  facts: PlainInput['facts'] = {
    stage: 'prod',
    project: 'orders',
    account: null,
    region: 'eu-west-1',
    allowEnv: ['TABLE', 'EMPTY', 'UNSET'],
  };

  constructor() {
    this.processes.answer = (argv) =>
      argv.includes('rev-parse') ? { stdout: `${sha}\n` } : { stdout: 'main\n' };
  }

  plain(value: unknown, at: PlainInput['at'] = atPath) {
    const { env, files, processes, facts } = this;
    const outside = { env, files, processes, root: '/p' };
    return resolvePlain({ value, at, exempt: standsAsWritten, facts, outside });
  }

  async all(value: unknown) {
    const plain = await this.plain(value);
    const resolved = await resolveAll(plain, { lookups: this.lookups, identity: this.identity });
    return { ...resolved, problems: [...plain.problems, ...resolved.problems] };
  }

  /** One text as a value of an environment, where everything may stand: what it became, and what is wrong. */
  async text(text: string): Promise<{ value: unknown; problems: string[] }> {
    const { value, problems } = await this.all({ defaults: { environment: { A: text } } });
    const became = (value as { defaults: { environment: { A: string | Secret } } }).defaults.environment.A;
    const shown = became instanceof Secret ? { secret: Secret.reveal(became) } : became;
    return { value: shown, problems: problems.map(say) };
  }
}

/** As if each value had a line of its own that does not show it. */
const atPath = (path: Path) => ({ file: path.join('.'), line: 1, column: 1, text: '' });

const say = ({ what, hint }: Problem): string => (hint === null ? what : `${what}  (${hint})`);
export const sayAll = (problem: Problem): string => `${locate(problem.at)}  ${problem.what}`;
