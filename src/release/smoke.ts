import type { FunctionSpec } from '../config/project';
import type { EventOf } from '../core/events';
import type { Invoker } from '../core/lambda';
import type { Clock, Files } from '../core/ports';
import { Secret } from '../core/secret';

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
    const because = ok ? 'answered' : shorten(withoutSecrets(answer.payload, spec));
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

/** Shorter ones would take letters out of words. */
const shortestSecret = 3;

/** Before the answer is cut, which could cut one in two. A message within the answer is JSON once more. */
function withoutSecrets(text: string, { config: { environment = {} } }: FunctionSpec): string {
  const escaped = (value: string): string => JSON.stringify(value).slice(1, -1);
  const secrets = Object.values(environment).filter((value) => value instanceof Secret);
  const forms = secrets
    .map(Secret.reveal)
    .filter(({ length }) => length >= shortestSecret)
    .flatMap((secret) => [secret, escaped(secret), escaped(escaped(secret))])
    .sort((one, other) => other.length - one.length);
  return forms.reduce((rest, form) => rest.replaceAll(form, '***'), text);
}

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}...` : text);
