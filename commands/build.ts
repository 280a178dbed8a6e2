import { resolve } from 'node:path';
import { Flags } from '@oclif/core';
import { openFile } from '../src/compose';
import { disk } from '../src/compose/disk';
import { selectFunctions } from '../src/config/select';
import { buildAll } from '../src/plan';
import { ShipitCommand } from './base/command';
import { projectFlags } from './base/flags';
import { fileRequest } from './base/typed';

export default class Build extends ShipitCommand {
  static override strict = false;
  static override summary = 'Build the artifacts; the same files give the same bytes.';
  static override usage = 'build [FUNCTION...] [FLAGS]';
  static override flags = {
    ...projectFlags,
    out: Flags.string({ description: 'write <function>.zip into this folder', helpValue: '<folder>' }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Build);
    const ui = this.view(flags, null);
    await this.finish('build', ui, async () => {
      const project = await (await openFile(fileRequest(flags))).finish(null);
      const ports = { files: disk.files, clock: disk.clock, report: ui.report };
      const artifacts = await buildAll(ports, project, selectFunctions(project, argv as string[]));
      for (const [key, { code }] of flags.out === undefined ? [] : artifacts) {
        if (code && 'zip' in code) await disk.files.write(resolve(flags.out ?? '.', `${key}.zip`), code.zip);
      }
      return 0;
    });
  }
}
