/** What every command has of this machine, whatever the environment says. */
import { createClock } from '../disk/clock';
import { createFiles } from '../disk/files';
import { createIds } from '../disk/ids';

const clock = createClock();
const ids = createIds(clock);

export const disk = { clock, ids, files: createFiles(ids) };
