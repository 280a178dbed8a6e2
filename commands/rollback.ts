import { Flags } from '@oclif/core';
import { openSession } from '../src/compose';
import type { Project } from '../src/config/project';
import { selectFunctions } from '../src/config/select';
import { ShipitError } from '../src/core/errors';
import { rollback } from '../src/rollback';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';
import { whereabouts } from './base/whereabouts';

export default class Rollback extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Return each alias to the good version before, now; also in the middle of a rollout.';
  static override usage = 'rollback [FUNCTION...] [FLAGS]';
  static override description = [
    'Moves each alias back in one write a function: to the version before the last release, or where ',
    '--to says. It works in the middle of a rollout as well, whoever drives that; the other process ',
    'sees it and stops. It asks nothing, waits for nothing and publishes nothing, and says with which ',
    'command to undo it.\n\n',
    'Writes aliases alone. Settings of the function as a whole, such as tags or reserved concurrency, ',
    'and roles are no part of a version and stay.',
  ].join('');
  static override examples = [
    { description: 'Everything back to what was good before', command: '<%= config.bin %> rollback' },
    { description: 'One function', command: '<%= config.bin %> rollback api' },
    { description: 'To a version that is known', command: '<%= config.bin %> rollback --to api@41' },
    {
      description: 'To what a release brought, by the end of its id',
      command: '<%= config.bin %> rollback --to F7K2M1',
    },
    {
      description: 'To what a commit brought, for one function',
      command: '<%= config.bin %> rollback api --to 3f2a9c1',
    },
  ];
  static override exits = {
    0: 'Every alias is back, or was there already.',
    4: 'Somebody else moved an alias meanwhile.',
    5: 'An alias could not be moved. Somebody must act now.',
  };
  static override related = ['history', 'status', 'abort'];
  static override flags = {
    ...awsFlags,
    to: Flags.string({
      description: 'where to go: a version by function, or a release or git commit that was released',
      helpValue: 'api@41|release|commit',
      multiple: true,
    }),
    yes: Flags.boolean({ char: 'y', description: 'do not ask (rollback never asks)' }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Rollback);
    const ui = this.view(flags, null);
    await this.release(ui, async () => {
      const session = this.keep(await openSession(ui, sessionRequest(flags)));
      const { to, toRelease } = destinations(session.project, flags.to ?? []);
      const names = [...(argv as string[]), ...to.keys()];
      const named = names.length === 0 ? [] : selectFunctions(session.project, names);
      const { project, ports, by, from } = session;
      const what = { all: project.functions, named, to, toRelease, where: whereabouts(flags) };
      return await rollback(ports, { ...what, by, from, account: project.place.account });
    });
  }
}

interface Destinations {
  readonly to: ReadonlyMap<string, string>;
  readonly toRelease: string | null;
}

/** Functions are named by their key, or by their Lambda name as messages about an alias do. What has no @ is a release or a commit. */
function destinations(project: Project, texts: readonly string[]): Destinations {
  const to = new Map<string, string>();
  const releases = texts.filter((text) => /^[0-9A-Za-z]{4,64}$/.test(text));
  const [toRelease = null] = releases;
  if (toRelease !== null && texts.length > 1)
    throw new ShipitError('badFlag', `--to ${toRelease} says already where everything goes`, {
      hint: 'Leave every other --to out.',
    });
  for (const text of texts.filter((one) => !releases.includes(one))) {
    const [, name, version] = /^([^@]+)@(\d{1,18})$/.exec(text) ?? [];
    const spec = project.functions.find((each) => each.key === name || each.name === name);
    if (name === undefined || version === undefined) {
      throw new ShipitError(
        'badFlag',
        `--to ${text}: that is no function and version, no release and no commit`,
        {
          hint: 'Write it as --to api@41, or with the last six characters of a release.',
        },
      );
    }
    if (!spec)
      throw new ShipitError('unknownFunction', `--to ${text}: no function of the project is called ${name}`);
    to.set(spec.key, version);
  }
  return { to, toRelease };
}
