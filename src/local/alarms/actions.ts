/**
 * Carries out what an alarm is to do in its new state: Lambda functions are invoked; everything else, such as SNS
 * topics, is beyond this world and kept in the history as done.
 */
import type { AlarmHistoryEntry, AnyAlarmEntry, Transition } from './book';
import { eventOf } from './event';
import { record } from './history';
import { notificationOf } from './notification';
import type { CloudWatchWorld } from './transition';

export function carryOut(world: CloudWatchWorld, entry: AnyAlarmEntry, transition: Transition): void {
  if (entry.definition.ActionsEnabled === false) return;
  for (const arn of actionsOf(entry)) execute(world, entry, { ...transition, arn });
}

interface Execution extends Transition {
  readonly arn: string;
}

function actionsOf({ definition, state }: AnyAlarmEntry): readonly string[] {
  const { OKActions, AlarmActions, InsufficientDataActions } = definition;
  return { OK: OKActions, ALARM: AlarmActions, INSUFFICIENT_DATA: InsufficientDataActions }[state] ?? [];
}

function execute(world: CloudWatchWorld, entry: AnyAlarmEntry, execution: Execution): void {
  const { arn } = execution;
  const { invoke } = world.alarms.outside;
  const isFunction = /^arn:[^:]+:lambda:/.test(arn);
  const isTopic = /^arn:[^:]+:sns:/.test(arn);
  const message = isFunction ? eventOf(entry, execution, world) : notificationOf(entry, execution, world);
  const outcome = outcomeOf(entry, execution, isFunction || isTopic ? message : null);
  const tell = (error: string | null): void => record(world.alarms, outcome(error));
  if (!isFunction) tell(null);
  else if (!invoke) tell(`Function not found: ${arn}`);
  else
    invoke(arn, message).then(
      () => tell(null),
      (error: unknown) => tell(error instanceof Error ? error.message : String(error)),
    );
}

/** The entry of the history, by the error that stopped the action; null for none. */
function outcomeOf(
  { name, type, stateUpdatedMs }: AnyAlarmEntry,
  { arn, atMs }: Execution,
  message: string | null,
): (error: string | null) => AlarmHistoryEntry {
  return (error) => ({
    alarm: name,
    type,
    item: 'Action',
    atMs,
    summary:
      error === null
        ? `Successfully executed action ${arn}`
        : `Failed to execute action ${arn}. Received error: "${error}"`,
    data: JSON.stringify({
      actionState: error === null ? 'Succeeded' : 'Failed',
      stateUpdateTimestamp: stateUpdatedMs,
      notificationResource: arn,
      publishedMessage: message,
      error,
    }),
  });
}
