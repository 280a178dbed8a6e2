import { Flags } from '@oclif/core';
import { openFile } from '../src/compose';
import { history } from '../src/history';
import { within } from './base/bounds';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';

const usual = 20;
const most = 1000;

export default class History extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Show what was released: who, when, from where, of which commit, how it ended. Never writes.';
  static override usage = 'history [FUNCTION...|RELEASE] [FLAGS]';
  static override examples = [
    '<%= config.bin %> history',
    '<%= config.bin %> history api --limit 5',
    '<%= config.bin %> history F7K2M1',
  ];
  static override flags = {
    ...awsFlags,
    limit: Flags.string({ description: `so many releases at most; default: ${usual}`, helpValue: '<n>' }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(History);
    const ui = this.view(flags, 'history.read');
    await this.finish('history', ui, async () => {
      const bounds = { flag: '--limit', least: 1, most, example: '--limit 50' };
      const limit = flags.limit === undefined ? usual : within(flags.limit, bounds);
      const request = sessionRequest(flags);
      const opened = await openFile(request);
      const { project, ports } = this.keep(await opened.kept(ui, request.local));
      await history(ports, { project, words: argv as string[], limit });
      return 0;
    });
  }
}
