/** What a person reads beside the work itself: calls, warnings, and what shipit runs as. */
import type { EventOf } from '../core/events';
import { doctorText } from './doctor';
import { type Progress, progressLines } from './progress';
import { plainText } from './style';

type Told =
  | keyof typeof progressLines
  | 'doctor.checked'
  | 'local.ready'
  | 'local.slowed'
  | 'aws.called'
  | 'command.started'
  | 'error.traced'
  | 'warning';

interface Watched {
  readonly progress: Progress;
}

export const asideLines: { readonly [T in Told]: (event: EventOf<T>, memory: Watched) => readonly string[] } =
  {
    ...progressLines,
    'doctor.checked': (event) => doctorText(event).map(plainText),
    'local.ready': ({ endpoint, folder, speed }) => [
      `local AWS on ${endpoint}, kept in ${folder}${speed === 1 ? '' : `, time runs ${speed} times as fast`}`,
    ],
    'local.slowed': ({ because }) => [`local AWS is slower than asked: ${because}`],
    'aws.called': awsCalled,
    'command.started': ({ version, node, system, words, variables }) => [
      `shipit ${version}, Node ${node}, ${system}: ${words.join(' ')}`,
      `variables that count: ${variables.length === 0 ? 'none' : variables.join(', ')}`,
    ],
    // What shipit does not know has its stack below it anyway.
    'error.traced': ({ code, lines }) => (code === null ? [] : lines),
    warning: ({ message, hint }) => [`warning: ${message}${hint === '' ? '' : ` (${hint})`}`],
  };

function awsCalled(event: EventOf<'aws.called'>): readonly string[] {
  const { service, operation, tookMs, status, requestId, error, attempt, input } = event;
  const answer = status === 0 ? 'no answer' : String(status);
  const words = [
    `${service} ${operation}: ${error === null ? answer : `${answer} ${error}`}`,
    ...(attempt > 1 ? [`try ${attempt}`] : []),
    `${tookMs} ms`,
    ...(requestId === null ? [] : [`request ${requestId}`]),
  ];
  return [words.join(', '), ...(input === undefined ? [] : [`  ${input}`])];
}
