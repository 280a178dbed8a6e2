/** Candidates against their own sample events: after they were made, and as a hook. */
import type { FunctionSpec } from '../../config/project';
import { ShipitError } from '../../core/errors';
import type { EventOf } from '../../core/events';
import type { Invocation } from '../../core/lambda';
import { readable, valuesOf } from './answer';
import { difference } from './contains';
import { parseJson } from './json';
import type { HookOccasion, HookPorts, Verdict } from './occasion';

type SmokePorts = Pick<HookPorts, 'invoker' | 'files' | 'clock'>;

/** Invokes the version itself with each sample event, as the results are asked for. They can be shown. */
export async function* smokeTest(
  ports: SmokePorts,
  spec: FunctionSpec,
  version: string,
): AsyncGenerator<EventOf<'smoke.tested'>> {
  for (const sample of spec.testEvents) {
    const payload = await textOf(ports, sample);
    const answer = await answerOf(ports, { name: spec.name, version, payload });
    const problem = await problemOf(ports, sample, answer);
    yield {
      v: 1,
      type: 'smoke.tested',
      at: ports.clock.nowMs(),
      key: spec.key,
      version,
      sample: nameOf(sample),
      ok: problem === null,
      because: problem === null ? 'answered' : readable(problem, valuesOf([spec], null)),
    };
  }
}

const attempts = 8;
const longestPauseMs = 5000;

/** A sample is there to be sent again and again, so an error of Lambda itself says nothing of the candidate. */
async function answerOf(
  { invoker, clock }: Pick<SmokePorts, 'invoker' | 'clock'>,
  { name, version, payload }: { readonly name: string; readonly version: string; readonly payload: string },
): Promise<Invocation> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    try {
      return await invoker.invoke(name, version, payload);
    } catch (error) {
      if (!ShipitError.is(error, 'unavailable')) throw error;
      await new Promise<void>((resolve) => {
        clock.after(Math.min(longestPauseMs, attempt * 1000), resolve);
      });
    }
  }
  return invoker.invoke(name, version, payload);
}

/** Ends when it is stopped; what it says then is heard by nobody. */
export async function askSmoke(ports: SmokePorts, asked: HookOccasion): Promise<Verdict> {
  let samples = 0;
  for (const { spec, candidate } of asked.functions) {
    if (candidate === null) continue;
    for await (const { sample, ok, because } of smokeTest(ports, spec, candidate)) {
      if (!ok || asked.stop?.aborted)
        return { status: 'fail', because: `${spec.key}, ${sample}: ${because}` };
      samples += 1;
    }
  }
  if (samples === 0) return { status: 'inconclusive', because: 'there are no sample events' };
  return { status: 'pass', because: samples === 1 ? '1 sample answered' : `${samples} samples answered` };
}

/** Null when the answer is as it should be. */
async function problemOf(
  ports: Pick<SmokePorts, 'files'>,
  sample: string,
  answer: Invocation,
): Promise<string | null> {
  if (answer.functionError !== null) return answer.payload;
  const beside = sample.replace(/\.json$/, '.expected.json');
  if (beside === sample || (await ports.files.stat(beside))?.kind !== 'file') return null;
  const expected = parseJson(await textOf(ports, beside));
  if (expected === null) return `${nameOf(beside)} is not JSON`;
  const actual = parseJson(answer.payload);
  if (actual === null) return `answered without JSON: ${answer.payload}`;
  return difference(actual.value, expected.value, '');
}

const textOf = async ({ files }: Pick<SmokePorts, 'files'>, path: string): Promise<string> =>
  Buffer.from(await files.read(path)).toString('utf8');

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
