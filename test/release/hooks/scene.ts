/** A release of two functions whose hooks are asked, over fakes. */
import type { Hook } from '../../../src/config/project';
import { Duration } from '../../../src/core/values';
import { askHook } from '../../../src/release/hooks/ask';
import type { HookOccasion, HookSubject } from '../../../src/release/hooks/occasion';
import { FakeClock } from '../../clock';
import { fakePorts } from '../../fakes';
import { spec } from '../../plan/scene';

type Kind<K extends Hook['kind']> = Extract<Hook, { kind: K }>;

const manner = { name: 'check', timeout: Duration.of(30_000), retries: 0, onTimeout: 'fail' } as const;

export const invokeHook = (change: Partial<Kind<'invoke'>> = {}): Hook => ({
  ...manner,
  kind: 'invoke',
  functionName: 'judge',
  ...change,
});

export const httpHook = (change: Partial<Kind<'http'>> = {}): Hook => ({
  ...manner,
  kind: 'http',
  url: 'https://api.example.com/health?key=k',
  method: 'GET',
  headers: {},
  status: [200],
  body: null,
  ...change,
});

export const runHook = (change: Partial<Kind<'run'>> = {}): Hook => ({
  ...manner,
  kind: 'run',
  argv: ['npm', 'run', 'e2e'],
  credentials: false,
  ...change,
});

export const smokeHook = (change: Partial<Kind<'smoke'>> = {}): Hook => ({
  ...manner,
  kind: 'smoke',
  ...change,
});

export function subject(key: string, change: Partial<HookSubject> = {}): HookSubject {
  const name = `orders-${key}`;
  const plain = { key, name, alias: 'live', baseline: '41', candidate: '42' };
  return { ...plain, spec: spec({ key, name }), ...change };
}

export const occasion = (functions: readonly HookSubject[] = [subject('api')]): HookOccasion => ({
  release: '01HOOKS',
  when: 'afterStep',
  step: 1,
  weight: 10,
  functions,
});

export function openScene() {
  const clock = new FakeClock(1000);
  const fakes = fakePorts(clock);
  const ask = (hook: Hook, asked: HookOccasion = occasion()) => {
    const verdict = askHook({ ...fakes, root: '/p' }, hook, asked);
    return clock.runUntil(verdict);
  };
  return { ...fakes, clock, ask };
}
