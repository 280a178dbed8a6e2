import type { Hook } from '@oclif/core';
import { openTerminal } from '../../src/compose';
import { didYouMean } from '../../src/config/nearest';
import { ShipitError } from '../../src/core/errors';
import { exitCodes } from '../../src/core/outcome';

/** oclif's own plugin for this asks questions and exits with 127; a script wants one line and a 2. */
const hook: Hook.CommandNotFound = async ({ id, config }) => {
  const ui = openTerminal({ json: false, plain: true, payload: null, details: false });
  const known = config.commandIDs.filter((name) => !name.includes(':'));
  ui.fail(
    new ShipitError(
      'badFlag',
      `there is no command \`${id.replaceAll(':', ' ')}\` (${didYouMean(id, known)})`,
      {
        hint: 'See `shipit help`.',
      },
    ),
  );
  process.exitCode = exitCodes.refused;
};

export default hook;
