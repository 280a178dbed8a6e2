import { resolve } from 'node:path';
import { Flags } from '@oclif/core';
import { openFile } from '../src/compose';
import { disk } from '../src/compose/disk';
import { ShipitError } from '../src/core/errors';
import { history } from '../src/history';
import type { Ui } from '../src/ui/choose';
import { type Retold, retoldDocument, retoldLines } from '../src/ui/retold';
import { within } from './base/bounds';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { refuseUnwritable } from './base/out-file';
import { sessionRequest } from './base/typed';

const usual = 20;
const most = 1000;

interface Form {
  readonly kind: 'html' | 'md' | 'text';
  /** Null for stdout. */
  readonly out: string | null;
}

export default class History extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Show what was released: who, when, from where, of which commit, how it ended; of one release a whole report. Never writes.';
  static override usage = 'history [FUNCTION...|RELEASE] [FLAGS]';
  static override description = [
    'Reads the journal beside the project, and where the project file names one in a bucket, that of ',
    'the team. One line a release; of one release everything that is known: where it ran, the weights ',
    'over time, what people and hooks did, and why it ended as it did. A release whose process was ',
    'killed is `not ended`. Never writes.',
  ].join('');
  static override examples = [
    { description: 'The last releases', command: '<%= config.bin %> history' },
    { description: 'Of one function', command: '<%= config.bin %> history api --limit 5' },
    { description: 'All of one release, by the end of its id', command: '<%= config.bin %> history F7K2M1' },
    {
      description: 'The same as a page that opens from disk',
      command: '<%= config.bin %> history F7K2M1 --html --out F7K2M1.html',
    },
    { description: 'And as Markdown', command: '<%= config.bin %> history F7K2M1 --md' },
  ];
  static override exits = {
    0: 'Shown.',
  };
  static override related = ['rollback', 'status'];
  static override tells = ['history.read'];
  static override flags = {
    ...awsFlags,
    limit: Flags.string({ description: `so many releases at most; default: ${usual}`, helpValue: '<n>' }),
    html: Flags.boolean({
      description: 'of one release a page with plots, plan, timeline and digests that opens from disk',
      exclusive: ['json', 'md'],
    }),
    md: Flags.boolean({ description: "the same as GitHub's Markdown", exclusive: ['json', 'html'] }),
    out: Flags.string({
      description: 'write it to this file; default: to stdout',
      helpValue: '<file>',
      exclusive: ['json'],
    }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(History);
    const ui = this.view(flags, 'history.read');
    await this.finish('history', ui, async () => {
      const bounds = { flag: '--limit', least: 1, most, example: '--limit 50' };
      const limit = flags.limit === undefined ? usual : within(flags.limit, bounds);
      const words = argv as string[];
      const form = formOf(flags);
      if (form.kind !== 'text' && words.length !== 1) throw needsOne(form);
      if (form.out !== null)
        await refuseUnwritable(form.out, { what: 'a report', example: `release.${form.kind}` });
      const request = sessionRequest(flags);
      const opened = await openFile(request);
      const { project, ports } = this.keep(await opened.kept(ui, request.local));
      const { event, journal, elsewhere } = await history(ports, { project, words, limit });
      if (journal === null && form.kind !== 'text') throw needsOne(form);
      const from = 'journal' as const;
      if (journal !== null) await show(ui, form, { journal: journal.map(ui.clean), atMs: event.at, from });
      if (elsewhere !== null && form.kind === 'text') ui.print(['', `It was ${elsewhere}.`]);
      return 0;
    });
  }
}

function formOf({
  html = false,
  md = false,
  out = null,
}: {
  html?: boolean;
  md?: boolean;
  out?: string | null;
}): Form {
  if (out !== null && !html && !md)
    throw new ShipitError('badFlag', '--out goes with --html or --md', {
      hint: 'Write: shipit history F7K2M1 --html --out F7K2M1.html',
    });
  return { kind: html ? 'html' : md ? 'md' : 'text', out };
}

const needsOne = ({ kind }: Form): ShipitError =>
  new ShipitError('badFlag', `--${kind} is the report of one release`, {
    hint: `Name it by the end of its id, as \`shipit history\` shows it: shipit history F7K2M1 --${kind}`,
  });

async function show(ui: Ui, { kind, out }: Form, retold: Retold): Promise<void> {
  if (kind === 'text') return ui.print(retoldLines(retold));
  const document = retoldDocument(kind, retold);
  if (out === null) return ui.write(document);
  await disk.files.write(resolve(out), document);
  ui.print([`the report is in ${out}`]);
}
