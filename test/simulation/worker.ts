/** Plays for the parent process: a job in, a tally out. `--mutant <name>` plants a bug first. */
import type { Job } from './jobs';
import { mutants } from './mutants';
import { plant } from './mutate';

// Errors are values in here, thousands of them a second, and nobody reads where they came from.
Error.stackTraceLimit = 0;

const at = process.argv.indexOf('--mutant');
const mutant = at < 0 ? null : mutants.find(({ name }) => name === process.argv[at + 1]);
if (mutant) plant(mutant);

/** Loaded only now: a mutant is planted before. */
const { work } = require('./jobs') as typeof import('./jobs');

const enough = (sentence: string): boolean =>
  mutant?.caughtBy.some((name) => sentence.startsWith(`${name}:`)) ?? false;

process.on('message', (job: Job) => {
  work(job, enough).then(
    (tally) => process.send?.(tally),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
