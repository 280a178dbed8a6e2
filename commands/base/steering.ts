import type { Session } from '../../src/compose';
import { type Controlled, type ControlRequest, control, type Taker } from '../../src/control';
import type { ControlName } from '../../src/core/told';

export type SteeringWord = Exclude<ControlName, 'attach'>;

export type Steerer = Taker & Pick<ControlRequest, 'drives'>;

/**
 * What a key of the live view or a button of the page asks for: the wish that the command of the same name would send,
 * from this process. It goes through the record like any other, so the release obeys it at its next poll.
 */
export type Steering = (what: SteeringWord, release: string) => Promise<Controlled>;

export function steeringOf({ ports, project }: Session, taker: Steerer): Steering {
  return (what, release) => control(ports, { ...taker, project, named: [], release, what, step: null });
}
