/** Everything that can be told, in the words of somebody else. */
import type { Event, EventType } from '../../src/core/events';
import { examples } from '../ui/examples';

/** Words of ours that only we choose: a type says which there are. */
const ours: ReadonlySet<string> = new Set([
  'type',
  'action',
  'for',
  'kind',
  'otherwise',
  'outcome',
  'phase',
  'proof',
  'release',
  'state',
  'status',
  'then',
  'verdict',
  'what',
  'when',
]);

/** In the order in which a release tells them, so that all of it comes into a view; the others before. */
const course: readonly EventType[] = [
  'plan.made',
  'preflight.checked',
  'release.started',
  'build.said',
  'version.published',
  'smoke.tested',
  'hook.ran',
  'rollout.stepped',
  'alias.written',
  'rollout.observed',
  'rollout.held',
  'rollout.waiting',
  'warning',
  'rollout.restoring',
  'rollout.ended',
  'release.finished',
];

/** One event of every type. Whatever is equal stays equal: a name leads to what it led to. */
export function toldBy(text: string): Event[] {
  const others = (Object.keys(examples) as EventType[]).filter((type) => !course.includes(type));
  return said([...others, ...course], text);
}

/** Fewer of them, with room for much text in each. */
export function briefly(text: string): Event[] {
  return said(
    ['release.started', 'build.said', 'rollout.observed', 'warning', 'status.read', 'release.finished'],
    text,
  );
}

function said(types: readonly EventType[], text: string): Event[] {
  return types.map((type) => spoken(examples[type], text));
}

function spoken<T>(value: T, text: string, key = ''): T {
  if (typeof value === 'string') return (ours.has(key) ? value : `${text}${value}${text}`) as T;
  if (Array.isArray(value)) return value.map((item) => spoken(item, text, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, spoken(part, text, name)]),
  ) as T;
}
