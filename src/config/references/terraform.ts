/** Version 4 of Terraform's state (github.com/hashicorp/terraform, internal/states/statefile/version4.go). */
import { type Address, parseAddress, type Step } from './address';
import { type Flaw, type Found, flaw } from './answer';

type Json = Readonly<{ [key: string]: unknown }>;

export interface State {
  readonly outputs: Json;
  readonly resources: readonly unknown[];
}

/** Reads the bytes of a state. What stands in them is never shown. */
export function readState(bytes: Uint8Array): State | Flaw {
  const state = parse(bytes);
  if (state === null) return flaw('the Terraform state is no JSON', 'name a state in JSON');
  if (state.version !== 4)
    return flaw('the Terraform state is not of version 4', 'write it again with Terraform 0.12 or newer');
  return { outputs: objectOf(state.outputs) ?? {}, resources: listOf(state.resources) };
}

/** The value at an address, which must be a single one. */
export function valueIn(state: State, text: string): Found | Flaw {
  const address = parseAddress(text);
  if (address === null) return missing(text);
  const place = address.kind === 'output' ? output(state, address) : resource(state, address);
  const value = place && dig(place.value, address.path);
  if (!place || value === undefined) return missing(text);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return flaw(`\`${text}\` of the Terraform state is no text, number or yes and no`, 'name a part of it');
  return { text: String(value), secret: place.secret };
}

const missing = (text: string): Flaw =>
  flaw(`the Terraform state has no \`${text}\``, '`terraform state list` and `terraform output` name them');

interface Holder {
  readonly value: unknown;
  readonly secret: boolean;
}

function output({ outputs }: State, { name }: Extract<Address, { kind: 'output' }>): Holder | null {
  const found = Object.hasOwn(outputs, name) ? objectOf(outputs[name]) : null;
  return found && { value: found.value, secret: found.sensitive === true };
}

function resource({ resources }: State, address: Extract<Address, { kind: 'resource' }>): Holder | null {
  const found = resources
    .map(objectOf)
    .find(
      (one) =>
        one?.mode === address.mode &&
        one.type === address.type &&
        one.name === address.name &&
        (one.module ?? null) === address.module,
    );
  const instance = listOf(found?.instances)
    .map(objectOf)
    .find((one) => (one?.index_key ?? null) === address.index);
  if (!instance) return null;
  const marked = listOf(instance.sensitive_attributes).some((path) => covers(listOf(path), address.path));
  return { value: instance.attributes, secret: marked || looksSecret(address) };
}

/** A marked path covers what lies below it. A step of a form that is not known covers everything. */
function covers(marked: readonly unknown[], path: readonly Step[]): boolean {
  return marked.every((raw, index) => {
    const step = stepOf(raw);
    return step === null || (index < path.length && String(path[index]) === step);
  });
}

/** `{ type: 'get_attr', value: 'name' }`, or `{ type: 'index', value: { value: 0, type: 'number' } }`. */
function stepOf(raw: unknown): string | null {
  const value = objectOf(raw)?.value;
  const inner = objectOf(value)?.value ?? value;
  return typeof inner === 'string' || typeof inner === 'number' ? String(inner) : null;
}

/**
 * What a provider calls sensitive stands in its schema, and older versions of Terraform do not repeat that in the state:
 * names that end like a secret are taken for one.
 */
function looksSecret({ type, path }: Extract<Address, { kind: 'resource' }>): boolean {
  const name = path.findLast((step) => typeof step === 'string' && !/^\d+$/.test(step));
  return secretAttributes.has(`${type}.${name}`) || secretNames.test(String(name));
}

const secretAttributes = new Set([
  'aws_ssm_parameter.value',
  'random_password.bcrypt_hash',
  'random_password.result',
]);

const secretNames =
  /(password|passwd|passphrase|secret|token|private_key|secret_key|credential)s?(_v\d|_pem|_pem_pkcs8|_openssh|_string|_binary|_json|_value|_base64)?$/i;

function dig(value: unknown, path: readonly Step[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as { [step: Step]: unknown })[step];
  }
  return here;
}

function parse(bytes: Uint8Array): Json | null {
  try {
    return objectOf(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

const objectOf = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
