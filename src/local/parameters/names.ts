/** Names of parameters (docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html). */
import { AwsError } from '../errors';
import { Check } from '../lambda/constraints';
import type { World } from '../world';
import { insist, refusal } from './errors';

const deepest = 15;

/** Answers the name. Throws what is wrong with it as the name of a new parameter. */
export function insistOnName(name: string | undefined): string {
  const given = name ?? '';
  insist(Check.required('name', name), Check.length(1, 2048)('name', name));
  if (given.length > 1011) throw refusal.invalid('Parameter name length cannot exceed 1011 characters.');
  if (/^\/?aws/i.test(given))
    throw new AwsError('AccessDeniedException', 400, `No access to reserved parameter name: ${given}.`);
  if (/^\/?ssm/i.test(given) || !/^[\w.\-/]+$/.test(given) || /\/\/|.\/$/.test(given))
    throw refusal.invalid(
      'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
    );
  if (given.includes('/') && !given.startsWith('/'))
    throw refusal.invalid('Parameter name must be a fully qualified name.');
  if (given.split('/').length - 1 > deepest)
    throw refusal.named(
      'HierarchyLevelLimitExceededException',
      `Parameter name can't have more than ${deepest} levels of hierarchy.`,
    );
  return given;
}

export interface Selected {
  readonly name: string;
  /** A version's number or one of its labels. */
  readonly selector: string | null;
}

/** `name`, `name:3`, `name:label`, or any of these as an ARN. */
export function selectedBy(given: string): Selected {
  const [, ofArn] = /^arn:aws[\w-]*:ssm:[\w-]+:\d{12}:parameter\/?(.+)$/.exec(given) ?? [];
  const [, name = '', selector] = /^([^:]*)(?::(.*))?$/s.exec(ofArn ?? given) ?? [];
  return { name: ofArn === undefined ? name : `/${name}`, selector: selector ?? null };
}

export const arnOf = ({ region, account }: World, name: string): string =>
  `arn:aws:ssm:${region}:${account}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
