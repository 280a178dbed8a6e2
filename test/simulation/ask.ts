/** Somebody who asks for something, with the commands that people have for it. */
import { control } from '../../src/control';
import { ShipitError } from '../../src/core/errors';
import { nowhere } from '../forms';
import { noChoice } from './project';
import type { Actor, Scene } from './scene';
import type { WishWord } from './script';
import { type Ended, neverStopped } from './takeover';

/** Once, as a person would: what is refused or lost is not asked again. A release that was left is driven by whoever asks. */
export async function askFor({ ports, name }: Actor, { project }: Scene, what: WishWord): Promise<Ended> {
  const which = { project, named: [], release: null, step: null, drives: true, what };
  const who = {
    by: name,
    from: 'another machine',
    choice: noChoice,
    gated: null,
    where: nowhere,
    stop: neverStopped,
  };
  try {
    const ended = await control(ports, { ...which, ...who });
    return { outcome: 'outcome' in ended ? String(ended.outcome) : `asked, ${ended.exitCode}` };
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    return { outcome: error.code };
  }
}
