/** The forms in which a function can be named: its name, a partial ARN, a full ARN, each with a qualifier or without. */
import type { World } from '../world';
import { Check, insist } from './constraints';
import { refusal } from './errors';

export interface FunctionRef {
  readonly name: string;
  /** Version, alias or `$LATEST`; null when none was given. */
  readonly qualifier: string | null;
  readonly functionArn: string;
  /** With the qualifier, when there is one. */
  readonly arn: string;
}

interface Named {
  readonly FunctionName?: string | undefined;
  readonly Qualifier?: string | undefined;
}

/** FunctionName in the service model. */
export const functionNamePattern =
  '(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?';

const form = Check.pattern(functionNamePattern);

const parts =
  /^(?:arn:aws[a-zA-Z-]*:lambda:)?(?:((?:eusc-)?[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d):)?(?:(\d{12}):)?(?:function:)?([a-zA-Z0-9-_]+)(?::(\$LATEST(?:\.PUBLISHED)?|[a-zA-Z0-9-_]+))?$/;

/** Throws what Lambda answers for what is no name, a name of another region or account, or two qualifiers that disagree. */
export function parseName(world: World, { FunctionName = '', Qualifier }: Named): FunctionRef {
  insist(form('functionName', FunctionName.replace(/(:\$LATEST)\.PUBLISHED$/, '$1')));
  const [, region, account, name = FunctionName, derived] = parts.exec(FunctionName) ?? [];
  if (region && region !== world.region)
    throw refusal.missing(`Functions from '${region}' are not reachable in this region ('${world.region}')`);
  if (derived !== undefined && Qualifier !== undefined && derived !== Qualifier)
    throw refusal.invalid(
      'The derived qualifier from the function name does not match the specified qualifier.',
    );
  const qualifier = Qualifier ?? derived ?? null;
  const functionArn = `arn:aws:lambda:${world.region}:${account ?? world.account}:function:${name}`;
  const arn = qualifier === null ? functionArn : `${functionArn}:${qualifier}`;
  if (account && account !== world.account)
    throw refusal.denied(
      `User: arn:aws:iam::${world.account}:user/local is not authorized to access the resource: ${arn}`,
    );
  return { name, qualifier, functionArn, arn };
}

/** For what exists once a function, whatever its versions. */
export function parseUnqualified(world: World, named: Named): FunctionRef {
  const ref = parseName(world, named);
  if (ref.qualifier === null || ref.qualifier === '$LATEST') return ref;
  throw refusal.invalid('Current operation does not support versions other than $LATEST');
}

/** For what belongs to the function alone, such as reserved concurrency. */
export function parseFunctionOnly(world: World, named: Named): FunctionRef {
  const ref = parseName(world, named);
  if (ref.qualifier === null) return ref;
  throw refusal.invalid(
    'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.',
  );
}
