/** Parameters and their versions by what requests call them. */
import type { World } from '../world';
import type { Parameter, ParameterVersion } from './book';
import { refusal } from './errors';
import { selectedBy } from './names';

export interface Found {
  readonly parameter: Parameter;
  readonly version: ParameterVersion;
  /** As given, with its colon. */
  readonly selector: string | null;
}

type Parameters = Pick<World, 'parameters'>;

/** An ARN does not tell whether the name begins with a slash. */
export function findParameter({ parameters: book }: Parameters, given: string | undefined): Parameter {
  const { name } = selectedBy(given ?? '');
  const byArn = given?.startsWith('arn:') ? book.parameters.get(name.slice(1)) : undefined;
  const parameter = book.parameters.get(name) ?? byArn;
  if (!parameter) throw refusal.missing();
  return parameter;
}

export function findVersion(world: Parameters, given: string | undefined): Found {
  const parameter = findParameter(world, given);
  const { selector } = selectedBy(given ?? '');
  const { versions, name } = parameter;
  const version =
    selector === null
      ? versions.at(-1)
      : versions.find((one) => String(one.version) === selector || one.labels.includes(selector));
  if (!version) throw refusal.noVersion(name, selector ?? '');
  return { parameter, version, selector: selector === null ? null : `:${selector}` };
}

export function latestOf({ versions }: Parameter): ParameterVersion {
  const latest = versions.at(-1);
  if (!latest) throw refusal.missing();
  return latest;
}
