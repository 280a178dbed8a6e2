import { runtimeNote } from '../../config/runtimes';
import { type Check, Plans } from './check';

/** Never more than a warning: what AWS takes it knows better than a list of today. */
export const runtimes: Check = {
  title: 'runtimes are supported',
  code: 'preflight',
  run({ plan, ports: { clock } }) {
    const lines = Plans.changing(plan).flatMap(({ spec, config }) => {
      // An image brings its own.
      const note = config.runtime ? runtimeNote(config.runtime, clock.nowMs()) : null;
      return note === null ? [] : [`${spec.where.runtime ?? spec.key}: ${note}`];
    });
    // One runtime in the defaults is one line for all functions.
    return { problems: [], warnings: [...new Set(lines)] };
  },
};
