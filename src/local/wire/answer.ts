/** One request to the local AWS, from bytes to bytes. What goes wrong in here is told as AWS tells it, never as a stack. */
import { AwsError } from '../errors';
import { refuseEnded } from '../iam/ended';
import type { World } from '../world';
import { type Disturbance, disturbanceOf, type Memory, type Misfortune } from './disturb';
import type { WireRequest, WireResponse } from './message';
import type { Found } from './protocol';
import type { Service } from './services';

export interface Question {
  readonly service: Service;
  readonly request: WireRequest;
  /** Refuses with AwsError what exceeds the account's calls a second. */
  readonly admit: (service: Service, operation: string) => void;
  /** Keeps what the action has changed. */
  readonly changed: () => Promise<void>;
  /** World milliseconds pass, also where time stands still while a question is answered. */
  readonly pass: (ms: number) => Promise<void>;
  readonly memory: Memory;
}

/** What these do changes nothing that is kept at once: metrics can wait. */
const readOnly =
  /^(Get(?!AuthorizationToken)|List|Describe|Head|BatchGet|BatchCheck|Filter|Invoke|PutMetricData$|PutLogEvents$|StartLiveTail$)/;

/** Null when no answer is ever to come. */
export async function answer(world: World, question: Question): Promise<WireResponse | null> {
  const { service, request, admit } = question;
  const requestId = world.random.uuid();
  const { protocol } = service;
  try {
    const found = protocol.find(request);
    refuseEnded({ service: service.name, headers: request.headers }, world.clock.nowMs());
    admit(service, found.operation.name);
    return await perform(world, question, { found, requestId });
  } catch (error) {
    if (error === 'silence') return null;
    return protocol.fail(error instanceof AwsError ? error : internal(error), requestId);
  }
}

/** An answer of AWS that is an error, for what never reached an action. */
export function refuse(world: World, service: Service, error: AwsError): WireResponse {
  return service.protocol.fail(error, world.random.uuid());
}

interface Call {
  readonly found: Found;
  readonly requestId: string;
}

async function perform(world: World, question: Question, { found, requestId }: Call): Promise<WireResponse> {
  const { service, request, changed, pass, memory } = question;
  const { operation } = found;
  const fault = disturbanceOf(service.name, world.faults.strike(operation.name));
  if (fault.waitMs > 0) await pass(fault.waitMs);
  suffer(fault.before);
  const reads = readOnly.test(operation.name);
  const stale = reads ? recalled(world, question, fault) : null;
  if (stale) return stale;
  const output = await act(world, actionOf(service, found), service.protocol.read(found, request));
  if (!reads || isAccepted(output)) await changed();
  suffer(fault.after);
  const response = service.protocol.write(operation, output, requestIdOf(output) ?? requestId);
  if (reads) memory.keep(world, request, response);
  return response;
}

/** An event that Lambda has taken, to run it later: it must not be lost. */
const isAccepted = (output: object): boolean =>
  ('StatusCode' in output && output.StatusCode === 202) || ('Status' in output && output.Status === 202);

/** Lambda answers an invocation with the id under which it runs; its action says it where the SDK's outputs do. */
const requestIdOf = (output: { readonly $metadata?: { readonly requestId: string } }): string | undefined =>
  output.$metadata?.requestId;

const recalled = (
  world: World,
  { memory, request }: Question,
  { staleMs }: Disturbance,
): WireResponse | null => (staleMs === null ? null : memory.recall(world, request, staleMs));

function suffer(misfortune: Misfortune | null): void {
  if (misfortune !== null) throw misfortune;
}

type Act = Service['actions'][string];

const act = async (world: World, action: Act, input: object): Promise<object> =>
  action(world, input as never);

function actionOf({ actions }: Service, { operation: { name } }: Found): Act {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw absent(name);
  return action;
}

const absent = (operation: string): AwsError =>
  new AwsError('UnknownOperationException', 404, `The local AWS does not have ${operation}`);

/** A bug of ours: it must look like a bug of AWS to the caller, who may retry, and say what it was to whoever looks. */
const internal = (error: unknown): AwsError =>
  new AwsError(
    'ServiceException',
    500,
    `The local AWS failed: ${error instanceof Error ? error.message : String(error)}`,
  );
