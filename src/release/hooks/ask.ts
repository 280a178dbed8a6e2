/** One hook is asked for its verdict. */
import type { Hook } from '../../config/project';
import { ShipitError } from '../../core/errors';
import { Duration } from '../../core/values';
import { pause } from '../../core/wait';
import { readable, valuesOf } from './answer';
import { askAddress } from './http';
import { askFunction } from './invoke';
import type { HookOccasion, HookPorts, HookVerdict, Verdict } from './occasion';
import { askProgram } from './run';
import { askSmoke } from './smoke';

export type { HookOccasion, HookPorts, HookSubject, HookVerdict } from './occasion';

/** Before the second try; each further one waits twice as long. */
const firstPauseMs = 1000;
const longestPauseMs = 10_000;

/** Whatever goes wrong is a verdict too: nothing but bugs is thrown. One that failed is tried again as often as it says. */
export async function askHook(ports: HookPorts, hook: Hook, occasion: HookOccasion): Promise<HookVerdict> {
  const { stop = new AbortController().signal } = occasion;
  const startMs = ports.clock.monotonicMs();
  let verdict = await tryOnce(ports, hook, { ...occasion, stop });
  for (let tried = 0; tried < hook.retries && mayTryAgain(verdict, stop); tried += 1) {
    await wait(ports, Math.min(firstPauseMs * 2 ** tried, longestPauseMs), stop);
    if (!stop.aborted) verdict = await tryOnce(ports, hook, { ...occasion, stop });
  }
  const { status, because } = stop.aborted ? unheard : verdict === 'late' ? late(hook) : verdict;
  const specs = occasion.functions.map(({ spec }) => spec);
  return {
    status,
    because: readable(because, valuesOf(specs, hook)),
    tookMs: ports.clock.monotonicMs() - startMs,
  };
}

const mayTryAgain = (verdict: Verdict | 'late', stop: AbortSignal): boolean =>
  !stop.aborted && (verdict === 'late' || verdict.status === 'fail');

type Asked = HookOccasion & { readonly stop: AbortSignal };

async function tryOnce(ports: HookPorts, hook: Hook, asked: Asked): Promise<Verdict | 'late'> {
  const over = new AbortController();
  const end = (): void => over.abort();
  asked.stop.addEventListener('abort', end);
  if (asked.stop.aborted) end();
  try {
    return await inTime(ports, hook, { ...asked, stop: over.signal });
  } catch (error) {
    if (!ShipitError.is(error)) throw error;
    return error.code === 'timedOut' ? 'late' : { status: 'fail', because: error.message };
  } finally {
    asked.stop.removeEventListener('abort', end);
    end();
  }
}

/**
 * Programs and addresses have their time-out from their ports, which count the time of this machine: the clock of a local
 * AWS may run faster than they can. An invocation that is under way when the time is over is left to itself.
 */
function inTime(ports: HookPorts, hook: Hook, asked: Asked): Promise<Verdict | 'late'> {
  switch (hook.kind) {
    case 'http':
      return askAddress(ports.web, hook, asked);
    case 'run':
      return askProgram(ports, hook, asked);
    case 'invoke':
      return orLate(ports, hook, { asked, work: askFunction(ports.invoker, hook.functionName, asked) });
    case 'smoke':
      return orLate(ports, hook, { asked, work: askSmoke(ports, asked) });
  }
}

interface Asking {
  readonly asked: Asked;
  readonly work: Promise<Verdict>;
}

const orLate = (ports: HookPorts, { timeout }: Hook, { asked, work }: Asking): Promise<Verdict | 'late'> =>
  Promise.race([work, wait(ports, timeout, asked.stop).then(() => 'late' as const)]);

/** Until the time is over or it is stopped; leaves no timer behind. */
const wait = async (ports: HookPorts, ms: number, stop: AbortSignal): Promise<void> => {
  if (!stop.aborted) await pause({ ...ports, stop }, ms);
};

const late = ({ timeout, onTimeout: status }: Hook): Verdict => ({
  status,
  because: `did not answer within ${Duration.format(timeout)}`,
});

const unheard: Verdict = { status: 'inconclusive', because: 'nobody waited for its answer' };
