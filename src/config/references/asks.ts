import { type ErrorCode, ShipitError } from '../../core/errors';
import type { Files, Identity, Lookups, Processes } from '../../core/ports';
import { visible } from '../characters';
import { type Answer, type Flaw, type Found, flaw, found, isFlaw, once } from './answer';
import { askFile, readBelow } from './below';
import { askGit } from './git';
import { type Kind, parseState } from './kinds';
import { readState, type State, valueIn } from './terraform';
import { askVariable, type Environment } from './variables';

/** What is known without asking AWS. */
export interface Facts {
  /** Null when none was chosen. */
  readonly stage: string | null;
  readonly project: string;
  /** Null as long as only AWS can say. */
  readonly account: string | null;
  readonly region: string | null;
  /** Names that `${env:NAME}` may read. */
  readonly allowEnv: readonly string[];
}

export interface Outside {
  readonly env: Environment;
  readonly files: Files;
  readonly processes: Processes;
  /** The folder of the project file, absolute. */
  readonly root: string;
}

export interface Remote {
  readonly lookups: Lookups;
  /** Asked when something refers to an account or region that the file does not give. */
  readonly identity: Identity;
}

type Ask = (argument: string) => Promise<Answer>;

/** How each kind is answered; each question is put once. */
export type Asks = Readonly<Record<Kind, Ask>>;

/** A state has everything of a configuration in it, so it may be larger than what is taken out of it. */
const maxStateBytes = 5 * 1024 * 1024;

const later: Ask = async () => null;

export function plainAsks(facts: Facts, outside: Outside): Asks {
  const known =
    (value: string | null): Ask =>
    async () =>
      value === null ? null : found(value);
  const state = once(async (path) => {
    const bytes = await readBelow(outside, path, maxStateBytes);
    return isFlaw(bytes) ? bytes : readState(bytes);
  });
  return {
    stage: async () => (facts.stage === null ? noStage : found(facts.stage)),
    project: known(facts.project),
    account: known(facts.account),
    region: known(facts.region),
    env: async (name) => askVariable(outside.env, facts.allowEnv, name),
    git: once((subject) => askGit(outside, subject)),
    file: once((path) => askFile(outside, path)),
    async tfstate(argument) {
      const { place, s3, address } = parseState(argument);
      return s3 ? null : within(await state(place), address);
    },
    ssm: later,
    secret: later,
    cfn: later,
  };
}

/** The same with AWS. Trouble with the credentials or the region as a whole is thrown, not told of each reference. */
export function allAsks(plain: Asks, { lookups, identity }: Remote): Asks {
  const caller = once(() => identity.whoami());
  const or =
    (kind: Kind, ask: Ask): Ask =>
    async (argument) =>
      (await plain[kind](argument)) ?? (await explained(() => ask(argument)));
  const secret = once((name) => lookups.secret(name));
  const state = once(async (place) => {
    const { s3 } = parseState(place);
    const bytes = s3 && (await lookups.object(s3.bucket, s3.key));
    return bytes ? readState(bytes) : flaw(`there is no ${place}`, elsewhere);
  });
  return {
    ...plain,
    account: or('account', async () => found((await caller('')).account)),
    region: or('region', async () => found((await caller('')).region)),
    ssm: or(
      'ssm',
      once((name) => askParameter(lookups, name)),
    ),
    cfn: or(
      'cfn',
      once((name) => askOutput(lookups, name)),
    ),
    secret: or('secret', async (argument) => {
      const [name = '', key] = argument.split('#');
      return secretOf(name, key, await secret(name));
    }),
    tfstate: or('tfstate', async (argument) => {
      const { place, address } = parseState(argument);
      return within(await state(place), address);
    }),
  };
}

const noStage = flaw('no stage is chosen', 'choose one with --stage or SHIPIT_STAGE');
const elsewhere = 'check the name, the account and the region';

const within = (state: State | Flaw, address: string): Found | Flaw =>
  isFlaw(state) ? state : valueIn(state, address);

async function askParameter(lookups: Lookups, name: string): Promise<Found | Flaw> {
  const parameter = await lookups.parameter(name);
  if (parameter === null) return flaw(`there is no parameter ${name}`, elsewhere);
  return { text: parameter.value, secret: parameter.secret };
}

async function askOutput(lookups: Lookups, name: string): Promise<Found | Flaw> {
  const [stack = '', output = ''] = name.split('.');
  const value = await lookups.stackOutput(stack, output);
  return value === null
    ? flaw(`there is no stack ${stack} with an output ${output}`, elsewhere)
    : found(value);
}

function secretOf(name: string, key: string | undefined, text: string | null): Found | Flaw {
  if (text === null) return flaw(`there is no secret ${name}`, elsewhere);
  if (key === undefined) return { text, secret: true };
  const value = memberOf(text, key);
  if (value === undefined)
    return flaw(`the secret ${name} is no JSON with a key \`${visible(key)}\``, 'check its keys');
  if (typeof value === 'object')
    return flaw(`\`${visible(key)}\` of the secret ${name} is no single value`, 'name another key');
  return { text: String(value), secret: true };
}

/** The parser's message would show the beginning of the text. */
function memberOf(text: string, key: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as { [key: string]: unknown })[key];
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** These say nothing about the thing that was asked for. */
const general: ReadonlySet<ErrorCode> = new Set([
  'noCredentials',
  'expiredCredentials',
  'noRegion',
  'wrongEndpoint',
]);

async function explained(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!ShipitError.is(error) || general.has(error.code)) throw error;
    return flaw(visible(error.message.slice(0, 500)), error.hint);
  }
}
