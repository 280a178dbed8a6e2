/** What completion has of this machine: little, because somebody waits for it at every Tab. */
import type { complete } from '../complete';
import { createClock } from '../disk/clock';
import { createFiles } from '../disk/files';
import { createIds } from '../disk/ids';
import { createJournal } from '../disk/journal';
import { streamsHere } from './streams';

interface Machine {
  readonly ports: Parameters<typeof complete>[0];
  readonly cwd: string;
  readonly fallback: Parameters<typeof complete>[1]['fallback'];
  readonly say: (text: string) => void;
}

export function completingHere(): Machine {
  const clock = createClock();
  const files = createFiles(createIds(clock));
  const { SHIPIT_CONFIG: config, SHIPIT_STAGE: stage } = process.env;
  const { stdout } = streamsHere();
  return {
    ports: { files, releases: (root) => createJournal(root, clock).releases() },
    cwd: process.cwd(),
    fallback: { config: config || null, stage: stage || null },
    say: (text) => stdout.write(text),
  };
}
