/** One finding of `shipit doctor`: how it stands in words and colour, what it is about, and the way out below. */
import type { EventOf } from '../core/events';
import type { Line } from './style';

const tones = { ok: 'good', warn: 'warn', bad: 'bad' } as const;
const areaColumns = 12;

export function doctorText({ area, what, state, because, hint }: EventOf<'doctor.checked'>): Line[] {
  const about = because === '' ? what : `${what}: ${because}`;
  const lead = { tone: tones[state], text: state.padEnd(5) } as const;
  const indent = ' '.repeat(5 + areaColumns + 1);
  const way = hint === '' ? [] : hint.split('\n').map((line): Line => `${indent}-> ${line}`);
  return [[lead, ` ${area.padEnd(areaColumns)}${about}`], ...way];
}
