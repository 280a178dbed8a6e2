/** One request to the local AWS, from bytes to bytes. What goes wrong in here is told as AWS tells it, never as a stack. */
import { AwsError } from '../errors';
import type { World } from '../world';
import type { WireRequest, WireResponse } from './message';
import type { Found } from './protocol';
import type { Service } from './services';

export interface Question {
  readonly service: Service;
  readonly request: WireRequest;
  /** Refuses with AwsError what exceeds the account's calls a second. */
  readonly admit: (operation: string) => void;
  /** Keeps what the action has changed. */
  readonly changed: () => Promise<void>;
}

/** What these do changes nothing that is kept at once: metrics can wait. */
const readOnly = /^(Get|List|Describe|Invoke|PutMetricData$)/;

export async function answer(world: World, question: Question): Promise<WireResponse> {
  const { service, request, admit, changed } = question;
  const requestId = world.random.uuid();
  const { protocol } = service;
  try {
    const found = protocol.find(request);
    admit(found.operation.name);
    const output = await act(world, actionOf(service, found), protocol.read(found, request));
    if (!readOnly.test(found.operation.name)) await changed();
    return protocol.write(found.operation, output, requestId);
  } catch (error) {
    return protocol.fail(error instanceof AwsError ? error : internal(error), requestId);
  }
}

/** An answer of AWS that is an error, for what never reached an action. */
export function refuse(world: World, service: Service, error: AwsError): WireResponse {
  return service.protocol.fail(error, world.random.uuid());
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
