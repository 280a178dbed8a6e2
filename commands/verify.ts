import { resolve } from 'node:path';
import { Flags } from '@oclif/core';
import { openSession, type Session } from '../src/compose';
import { selectFunctions } from '../src/config/select';
import { ShipitError } from '../src/core/errors';
import { type Against, verify } from '../src/verify';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';

export default class Verify extends ShipitCommand {
  static override strict = false;
  static override summary = 'Prove that the live code is what was built. Never writes.';
  static override usage = 'verify [FUNCTION...] [FLAGS]';
  static override description = [
    'Fetches the code of the version that each alias serves and compares its digest, and its files ',
    'where that differs, with what was built: by what deploy kept beside the project, by a folder of ',
    'build --out, or by building anew. For images the digest in the registry. Never writes.',
  ].join('');
  static override examples = [
    { description: 'Is what runs what we built?', command: '<%= config.bin %> verify' },
    {
      description: 'A version that is not live any more',
      command: '<%= config.bin %> verify api --version 41',
    },
    {
      description: 'Against artifacts that CI has kept',
      command: '<%= config.bin %> verify --artifacts artifacts',
    },
    { description: 'Against the code that is checked out here', command: '<%= config.bin %> verify --build' },
  ];
  static override exits = {
    0: 'What runs is what was built.',
    2: 'It cannot be told: nothing is known of what was built.',
    10: 'Something else runs.',
  };
  static override related = ['build', 'history'];
  static override flags = {
    ...awsFlags,
    version: Flags.string({
      description: 'this version of one function, instead of the one that its alias serves',
      helpValue: '<n>',
    }),
    artifacts: Flags.string({
      description: 'against what build --out wrote into this folder',
      helpValue: '<folder>',
    }),
    build: Flags.boolean({
      description: 'against the code here, built anew',
      exclusive: ['artifacts'],
    }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Verify);
    const ui = this.view(flags, null);
    await this.finish('verify', ui, async () => {
      const version = flags.version === undefined ? null : versionNumber(flags.version);
      const session = this.keep(await openSession(ui, sessionRequest(flags)));
      const { project, ports } = session;
      const functions = selectFunctions(project, argv as string[]);
      if (version !== null && functions.length !== 1) throw ofOne();
      return verify(ports, { project, functions, version, against: await againstOf(flags, session) });
    });
  }
}

async function againstOf(
  { artifacts, build }: { readonly artifacts: string | undefined; readonly build: boolean | undefined },
  session: Session,
): Promise<Against> {
  if (artifacts !== undefined) return { kind: 'set', folder: resolve(artifacts) };
  if (!build) return { kind: 'kept' };
  const making = { root: session.project.root, tools: session.tools(), ...(await session.source()) };
  return { kind: 'build', making };
}

function versionNumber(text: string): string {
  if (/^[1-9]\d{0,17}$/.test(text)) return text;
  throw new ShipitError('badFlag', `--version ${text}: that is no number of a version`, {
    hint: 'Write it as --version 41.',
  });
}

const ofOne = (): ShipitError =>
  new ShipitError('badFlag', '--version is of one function', { hint: 'Name it: verify api --version 41.' });
