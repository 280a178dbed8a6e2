import { Duration } from '../core/values';
import type { Path } from './places';
import type { Position, Problem } from './problem';
import type { Alarms } from './schema.gen';
import type { Subject } from './subject';
import { ownAlarmOf } from './watched';

/** Where a list of alarms stands. */
export interface Home {
  at(path: Path): Position;
  named(path: Path): string;
}

export const watchProblemsOf = (subject: Subject): Problem[] =>
  watchProblems(subject.layered.alarms, subject);

/** What the schema cannot say about a list of alarms. */
export function watchProblems(alarms: Alarms = [], home: Home): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const refuse = (path: Path, what: string, hint: string): void => {
    problems.push({ at: home.at(path), what: `${home.named(path)}: ${what}`, hint });
  };
  const once = (path: Path, word: string): void => {
    const key = JSON.stringify([path.length > 2, word]);
    if (seen.has(key)) refuse(path, `\`${word}\` is named twice`, 'name it once');
    seen.add(key);
  };
  for (const [index, alarm] of alarms.entries()) {
    if (typeof alarm === 'string') {
      once(['alarms', index], alarm);
      continue;
    }
    for (const [at, created] of alarm.create.entries()) {
      const path = ['alarms', index, 'create', at];
      const { kind } = ownAlarmOf(created);
      once(path, kind);
      const isNothing = typeof created !== 'string' && Duration.parse(created.p99 ?? '') === 0;
      if (isNothing) refuse([...path, 'p99'], 'no request is that fast', 'write a longer time');
    }
  }
  return problems;
}
