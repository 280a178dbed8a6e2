import { Duration } from '../core/values';
import type { Problem } from './problem';
import type { Path } from './read';
import { valueProblem } from './rule';
import type { Subject } from './subject';

/** AWS Lambda quotas; the larger ones are those of the service model, for functions with a capacity provider. */
const mostMemory = 10_240;
const mostManagedMemory = 32_768;
const mostTimeoutS = 900;
const mostManagedTimeoutS = 5400;
/** 366 days (service model, DurableConfig). */
const mostExecutionS = 31_622_400;

/** Ranges that depend on another setting, or that are those of a duration. */
export function sizeProblems(subject: Subject): Problem[] {
  const { durable } = subject.layered;
  return [
    ...timeoutProblems(subject),
    ...megabyteProblems(subject, 'memorySize'),
    ...megabyteProblems(subject, 'ephemeralStorage'),
    ...wholeSeconds(subject, ['durable', 'executionTimeout'], {
      text: durable?.executionTimeout,
      mostS: mostExecutionS,
      hint: 'Lambda takes 1s to 8784h',
    }),
  ];
}

const isManaged = (subject: Subject): boolean =>
  subject.layered.capacityProvider !== null && subject.has(['capacityProvider']);

function timeoutProblems(subject: Subject): Problem[] {
  const managed = isManaged(subject);
  const mostS = managed ? mostManagedTimeoutS : mostTimeoutS;
  return wholeSeconds(subject, ['timeout'], {
    text: subject.layered.timeout,
    mostS,
    hint: `${managed ? 'with a capacity provider ' : ''}Lambda takes 1s to ${mostS}s`,
  });
}

function wholeSeconds(
  subject: Subject,
  path: Path,
  { text, mostS, hint }: { text: string | null | undefined; mostS: number; hint: string },
): Problem[] {
  const ms = text == null ? null : Duration.parse(text);
  if (ms === null) return [];
  const wrong =
    (ms % 1000 !== 0 && 'is not whole seconds') ||
    (ms < 1000 && 'is less than 1s') ||
    (ms > mostS * 1000 && `is more than ${mostS}s (${Duration.format(Duration.of(mostS * 1000))})`);
  return wrong ? [valueProblem(subject, path, { what: `\`${text}\` ${wrong}`, hint })] : [];
}

function megabyteProblems(subject: Subject, setting: 'memorySize' | 'ephemeralStorage'): Problem[] {
  const size = subject.layered[setting];
  if (size == null || size <= mostMemory || isManaged(subject)) return [];
  const what = `\`${size}\` is more than ${mostMemory} MB`;
  const hint = `only a function with a \`capacityProvider\` has up to ${mostManagedMemory}`;
  return [valueProblem(subject, [setting], { what, hint })];
}
