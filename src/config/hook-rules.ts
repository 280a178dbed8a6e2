import { Duration } from '../core/values';
import { addressFlaw } from './address-rules';
import { expressionProblem } from './expression';
import type { Path } from './places';
import type { Problem } from './problem';
import { valueProblem } from './rule';
import type { Hook } from './schema.gen';
import type { Subject } from './subject';

interface Flaw {
  /** Below the hook. */
  readonly path: Path;
  readonly what: string;
  readonly hint: string;
}

const times = ['preTraffic', 'afterStep', 'postTraffic', 'onRollback'] as const;

/** What the schema cannot say about the hooks of a function. */
export function hookProblems(subject: Subject): Problem[] {
  const { hooks = {} } = subject.layered;
  return times.flatMap((time) =>
    (hooks[time] ?? []).flatMap((hook, index) =>
      [...hookFlaws(hook), ...eventFlaws(hook, subject)].map(({ path, what, hint }) =>
        valueProblem(subject, ['hooks', time, index, ...path], { what, hint }),
      ),
    ),
  );
}

/** What is wrong with a hook, whoever has it. */
export function hookFlaws(hook: Hook): Flaw[] {
  const flaws: Flaw[] = [];
  if (hook.timeout !== undefined && Duration.parse(hook.timeout) === 0) {
    const what = `\`${hook.timeout}\` leaves no time to answer`;
    flaws.push({ path: ['timeout'], what, hint: 'write a longer time' });
  }
  const flaw = 'http' in hook ? addressFlaw(hook.http) : null;
  if (flaw !== null) flaws.push({ path: ['http'], ...flaw });
  const problem = 'http' in hook && hook.body !== undefined ? expressionProblem(hook.body) : null;
  if (problem !== null) {
    const hint = "write an expression of JMESPath, such as `status == 'ok'`";
    flaws.push({ path: ['body'], what: `it cannot be read: ${problem}`, hint });
  }
  if ('run' in hook && hook.run[0]?.trim() === '')
    flaws.push({ path: ['run', 0], what: 'the program has no name', hint: 'such as `[npm, run, smoke]`' });
  return flaws;
}

function eventFlaws(hook: Hook, subject: Subject): Flaw[] {
  if (!('smoke' in hook) || subject.has(['testEvents'])) return [];
  const what = `\`${subject.key}\` has no \`testEvents\` to be tried with`;
  return [{ path: ['smoke'], what, hint: 'add `testEvents: events/*.json` to the function' }];
}
