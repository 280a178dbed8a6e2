import type { FunctionSpec } from '../config/project';
import type { EventOf } from '../core/events';
import type { Clock, Files, Invoker } from '../core/ports';

type SmokePorts = { readonly invoker: Invoker; readonly files: Files; readonly clock: Clock };

/** Invokes the candidate itself with each sample event, before it gets any traffic. Answers what happened, in order. */
export async function smokeTest(
  ports: SmokePorts,
  spec: FunctionSpec,
  version: string,
): Promise<EventOf<'smoke.tested'>[]> {
  const results: EventOf<'smoke.tested'>[] = [];
  for (const sample of spec.testEvents) {
    const payload = Buffer.from(await ports.files.read(sample)).toString('utf8');
    const answer = await ports.invoker.invoke(spec.name, version, payload);
    const ok = answer.functionError === null;
    const because = ok ? 'answered' : shorten(answer.payload);
    const name = sample.slice(sample.lastIndexOf('/') + 1);
    results.push({
      v: 1,
      type: 'smoke.tested',
      at: ports.clock.nowMs(),
      key: spec.key,
      version,
      sample: name,
      ok,
      because,
    });
  }
  return results;
}

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}...` : text);
