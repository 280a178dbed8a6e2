import { openTerminal } from '../../src/compose';
import { didYouMean } from '../../src/config/nearest';
import { ShipitError } from '../../src/core/errors';
import { exitCodes } from '../../src/core/outcome';

/** The framework would ask a question and exit with 127; a script wants one line and a 2. */
export function refuseUnknown(name: string, legal: readonly string[]): void {
  process.exitCode = exitCodes.refused;
  const text = `there is no command \`${name}\` (${didYouMean(name, legal)})`;
  const ui = openTerminal({ json: false, plain: true, payload: null, details: false, logFile: false });
  ui.fail(new ShipitError('badFlag', text, { hint: 'See `shipit help`.' }));
}
