/** Functions that were released once and whose code has changed since: for the stories of plans. */
import type { Event } from '../../src/core/events';
import { good, openStage, type Stage, type Wishes } from './stage';

type Made = Extract<Event, { type: 'plan.made' }>;

export interface Planning {
  readonly stage: Stage;
  readonly process: ReturnType<Stage['process']>;
  /** From here on, `stage.calls` and the events are those of this deploy. */
  deploy(wishes: Wishes): ReturnType<Stage['deployAs']>;
  /** The same for a plan, as it is told. */
  planned(wishes?: Wishes): Promise<Made>;
}

export async function openPlanning(...functions: readonly string[]): Promise<Planning> {
  const stage = await openStage({ functions, alarms: false });
  const process = stage.process();
  const forget = () => {
    process.events.length = 0;
    stage.calls.length = 0;
  };
  const deploy = (wishes: Wishes) => {
    forget();
    return stage.clock.runUntil(stage.deployAs(process, wishes));
  };
  const planned = async (wishes: Wishes = {}) => {
    forget();
    await stage.clock.runUntil(stage.planAs(process, wishes));
    const made = process.events.find((event): event is Made => event.type === 'plan.made');
    if (!made) throw new Error('nothing was planned');
    return made;
  };
  await deploy({});
  for (const key of functions) stage.write(`${key}/index.js`, good('two'));
  return { stage, process, deploy, planned };
}
