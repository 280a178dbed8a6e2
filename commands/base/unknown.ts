import { openTerminal } from '../../src/compose';
import { didYouMean } from '../../src/config/nearest';
import { ShipitError } from '../../src/core/errors';
import { exitCodes } from '../../src/core/outcome';

/** The framework would ask a question and exit with 127; a script wants one line and a 2. */
export function refuseUnknown(name: string, legal: readonly string[]): void {
  process.exitCode = exitCodes.refused;
  const ui = openTerminal({ json: false, plain: true, payload: null, details: false, logFile: false });
  ui.fail(name.startsWith('-') ? misplaced(name) : unknown(name, legal));
}

const misplaced = (flag: string): ShipitError =>
  new ShipitError('badFlag', `\`${flag}\` stands where a command belongs`, {
    hint: 'Flags follow the command, such as `shipit deploy --canary 10%`. See `shipit help`.',
  });

const unknown = (name: string, legal: readonly string[]): ShipitError =>
  new ShipitError('badFlag', `there is no command \`${name}\` (${didYouMean(name, legal)})`, {
    hint: 'See `shipit help`.',
  });
