/**
 * PutTargets: docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html
 * @emulated Functions are invoked; other targets are kept and sent nothing. Input transformers are refused; retries and dead-letter queues of targets are kept and not acted upon.
 */
import type { PutTargetsRequest, PutTargetsResponse, Target } from '@aws-sdk/client-eventbridge';
import { insist, refusal } from '../../buses/errors';
import { findBus, findRule } from '../../buses/find';
import { Check } from '../../lambda/constraints';
import type { Action } from '../../world';

/** Of one rule. */
const most = 5;

const isId = Check.pattern('[\\.\\-_A-Za-z0-9]+');

export const putTargets: Action<PutTargetsRequest, PutTargetsResponse> = (world, input) => {
  const given = input.Targets ?? [];
  insist(Check.required('targets', input.Targets), Check.count(1, 100)('targets', given));
  insist(...given.flatMap((target, index) => idProblems(target, `targets.${index + 1}.member`)));
  const { targets } = findRule(findBus(world, input.EventBusName), input.Rule);
  for (const target of given) insistOnTarget(target);
  const ids = new Set([...targets.keys(), ...given.map(({ Id }) => Id ?? '')]);
  if (ids.size > most) throw refusal.tooMany();
  for (const target of given) targets.set(target.Id ?? '', target);
  return { FailedEntryCount: 0, FailedEntries: [] };
};

const idProblems = ({ Id, Arn }: Target, at: string): (string | null)[] => [
  Check.required(`${at}.id`, Id),
  Check.length(1, 64)(`${at}.id`, Id),
  isId(`${at}.id`, Id),
  Check.required(`${at}.arn`, Arn),
  Check.length(1, 1600)(`${at}.arn`, Arn),
];

function insistOnTarget({ Arn = '', Input, InputPath, InputTransformer }: Target): void {
  if (!/^arn:aws[\w-]*:[\w-]+:[\w-]*:(\d{12})?:.+$/.test(Arn))
    throw refusal.invalid(`Parameter ${Arn} is not valid. Reason: Provided Arn is not in correct format.`);
  if (InputTransformer !== undefined)
    throw refusal.invalid('Parameter InputTransformer is not valid. Reason: the local AWS does not have it.');
  if (Input !== undefined && !isJson(Input))
    throw refusal.invalid(`JSON syntax error in input for target ${Arn}.`);
  if (InputPath !== undefined && !/^\$(\.[\w-]+)*$/.test(InputPath))
    throw refusal.invalid(`Invalid InputPath for target ${Arn}.`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
