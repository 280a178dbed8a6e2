import { visible } from '../characters';
import { escapes } from '../inside';
import { didYouMean } from '../nearest';
import { parseAddress } from './address';
import { type Flaw, flaw } from './answer';

/** What may stand in a text of the project file as `${kind}` or `${kind:argument}`. */
export const kinds = [
  'account',
  'cfn',
  'env',
  'file',
  'git',
  'project',
  'region',
  'secret',
  'ssm',
  'stage',
  'tfstate',
] as const;

export type Kind = (typeof kinds)[number];

/** Those that may stand within the argument of another: they are no secrets, and none leads to another place. */
export const nestable: ReadonlySet<Kind> = new Set(['account', 'env', 'git', 'project', 'region', 'stage']);

interface Form {
  /** The argument, as people write it. */
  readonly example: string;
  readonly check: (argument: string) => Flaw | null;
}

const matching =
  (pattern: RegExp, what: string, hint: string) =>
  (argument: string): Flaw | null =>
    pattern.test(argument) ? null : flaw(what, hint);

/** Null for a kind without an argument. */
const forms: Readonly<Record<Kind, Form | null>> = {
  account: null,
  project: null,
  region: null,
  stage: null,
  env: {
    example: 'NAME',
    check: matching(
      /^[A-Za-z_][A-Za-z0-9_]*$/,
      'is no name of an environment variable',
      'letters, digits and `_`',
    ),
  },
  git: { example: 'sha', check: checkGit },
  // Names, versions and labels: docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html
  ssm: {
    example: '/path',
    check: matching(
      /^\/?[\w.-]+(?:\/[\w.-]+){0,15}(?::[\w.-]{1,100})?$/,
      'is no name of a parameter',
      'such as `/orders/table`',
    ),
  },
  // CreateSecret: docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
  secret: {
    example: 'name#key',
    check: matching(
      /^(?:arn:[\w/+=.@:-]{1,2000}|[\w/+=.@-]{1,512})(?:#[^#]{1,256})?$/,
      'is no name of a secret',
      'such as `orders/database`, or `orders/database#password` for one key of its JSON',
    ),
  },
  // CreateStack and Outputs: docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
  cfn: {
    example: 'Stack.Output',
    check: matching(
      /^[A-Za-z][A-Za-z0-9-]{0,127}\.[A-Za-z0-9]{1,255}$/,
      'is no output of a stack',
      'such as `Network.VpcId`',
    ),
  },
  tfstate: { example: 'path#output.name', check: checkState },
  file: { example: 'path', check: checkPath },
};

/** What is wrong with the argument of a reference; null stands for an argument that is not there. */
export function argumentFlaw(kind: Kind, argument: string | null): Flaw | null {
  const form = forms[kind];
  if (form === null) {
    return argument === null ? null : flaw(`\`\${${kind}}\` takes no argument`, `write \`\${${kind}}\``);
  }
  if (argument === null || argument === '') {
    return flaw(`\`${kind}:\` needs an argument`, `write \`\${${kind}:${form.example}}\``);
  }
  const wrong = form.check(argument);
  return wrong && flaw(`\`${kind}:${visible(argument.slice(0, 80))}\` ${wrong.what}`, wrong.hint);
}

/** Where a state lies and what is wanted of it. */
export interface StateArgument {
  readonly place: string;
  /** Null for a file below the project. */
  readonly s3: { readonly bucket: string; readonly key: string } | null;
  readonly address: string;
}

export function parseState(argument: string): StateArgument {
  const hash = argument.indexOf('#');
  const place = hash < 0 ? argument : argument.slice(0, hash);
  const [, bucket, key] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.{1,1024})$/.exec(place) ?? [];
  const s3 = bucket === undefined || key === undefined ? null : { bucket, key };
  return { place, s3, address: hash < 0 ? '' : argument.slice(hash + 1) };
}

function checkGit(argument: string): Flaw | null {
  const known = ['branch', 'sha'];
  return known.includes(argument) ? null : flaw('is not known', didYouMean(argument, known));
}

function checkPath(argument: string): Flaw | null {
  const why = escapes(argument);
  return why === null ? null : flaw(why, 'name a file below the folder of the project file');
}

function checkState(argument: string): Flaw | null {
  const { place, s3, address } = parseState(argument);
  if (place === '' || address === '')
    return flaw('lacks the state or the value', 'write `path#output.name` or `path#type.name.attribute`');
  if (!s3 && place.includes('://'))
    return flaw('is no state that can be read', 'a path, or `s3://bucket/key`');
  if (parseAddress(address) === null)
    return flaw('names no value of a state', 'such as `output.name`, `aws_sqs_queue.orders[0].arn`');
  return s3 ? null : checkPath(place);
}
