import type { Invoker } from '../../core/lambda';
import { readVerdict } from './answer';
import { type HookOccasion, payloadOf, type Verdict } from './occasion';

/** `name`, `name:alias`, or an ARN with or without one: what it answers is the verdict. */
export async function askFunction(invoker: Invoker, named: string, asked: HookOccasion): Promise<Verdict> {
  const [, name = named, qualifier = '$LATEST'] = /^((?:.*:function:)?[^:]+)(?::([^:]+))?$/.exec(named) ?? [];
  const answer = await invoker.invoke(name, qualifier, payloadOf(asked));
  if (answer.functionError === null) return readVerdict(answer.payload);
  return { status: 'fail', because: `${name} failed: ${answer.payload}` };
}
