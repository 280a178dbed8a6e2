import { Flags } from '@oclif/core';
import { openSession } from '../src/compose';
import type { Project } from '../src/config/project';
import { selectFunctions } from '../src/config/select';
import { ShipitError } from '../src/core/errors';
import { rollback } from '../src/rollback';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';

export default class Rollback extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Return each alias to the good version before, now; also in the middle of a rollout.';
  static override usage = 'rollback [FUNCTION...] [FLAGS]';
  static override examples = [
    '<%= config.bin %> rollback',
    '<%= config.bin %> rollback api',
    '<%= config.bin %> rollback --to api@41',
  ];
  static override flags = {
    ...awsFlags,
    to: Flags.string({ description: 'a version to go to, by function', helpValue: 'api@41', multiple: true }),
    yes: Flags.boolean({ char: 'y', description: 'do not ask (rollback never asks)' }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Rollback);
    const ui = this.view(flags, null);
    await this.release(ui, async () => {
      const session = this.keep(await openSession(ui, sessionRequest(flags)));
      const to = destinations(session.project, flags.to ?? []);
      const names = [...(argv as string[]), ...to.keys()];
      const named = names.length === 0 ? [] : selectFunctions(session.project, names);
      const { functions: all, place } = session.project;
      return await rollback(session.ports, { all, named, to, account: place.account });
    });
  }
}

/** Functions are named by their key, or by their Lambda name as messages about an alias do. */
function destinations(project: Project, texts: readonly string[]): Map<string, string> {
  const to = new Map<string, string>();
  for (const text of texts) {
    const [, name, version] = /^([^@]+)@(\d{1,18})$/.exec(text) ?? [];
    const spec = project.functions.find((each) => each.key === name || each.name === name);
    if (name === undefined || version === undefined) {
      throw new ShipitError('badFlag', `--to ${text}: that is no function and version`, {
        hint: 'Write it as --to api@41.',
      });
    }
    if (!spec)
      throw new ShipitError('unknownFunction', `--to ${text}: no function of the project is called ${name}`);
    to.set(spec.key, version);
  }
  return to;
}
