import { Flags } from '@oclif/core';
import { build } from '../src/build';
import { openFile } from '../src/compose';
import { disk } from '../src/compose/disk';
import { selectFunctions } from '../src/config/select';
import { exitCodes } from '../src/core/outcome';
import { updateBases } from '../src/update-bases';
import { ShipitCommand } from './base/command';
import { projectFlags } from './base/flags';
import { folderOf } from './base/folder';
import { fileRequest } from './base/typed';

const levels = ['low', 'moderate', 'high', 'critical'] as const;

export default class Build extends ShipitCommand {
  static override strict = false;
  static override summary = 'Build the artifacts; the same files give the same bytes.';
  static override usage = 'build [FUNCTION...] [FLAGS]';
  static override flags = {
    ...projectFlags,
    out: Flags.string({
      description: 'write all artifacts into this folder, for deploy --artifacts',
      helpValue: '<folder>',
    }),
    analyze: Flags.boolean({ description: 'list what bundles are made of, the largest first' }),
    'update-base': Flags.boolean({
      description: 'pin the bases of images to what their names mean now, in shipit.lock.json',
    }),
    sbom: Flags.boolean({ description: 'list what is in each artifact, as CycloneDX 1.6' }),
    audit: Flags.option({
      options: levels,
      description: "ask the package manager's audit; exit 2 at a finding of this level or worse",
      helpValue: 'high',
    })(),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Build);
    const ui = this.view(flags, null);
    await this.finish('build', ui, async () => {
      const opened = await openFile(fileRequest(flags));
      const project = await opened.finish(null);
      const { processes, registries } = opened;
      const ports = { ...disk, processes, registries, report: ui.report };
      const functions = selectFunctions(project, argv as string[]);
      if (flags['update-base']) await updateBases(ports, project, functions);
      const making = { root: project.root, tools: opened.tools(), ...(await opened.source()) };
      const fine = await build(ports, {
        project,
        functions,
        making,
        out: folderOf(flags.out),
        analyze: flags.analyze,
        sbom: flags.sbom ?? false,
        audit: flags.audit ?? null,
      });
      return fine ? 0 : exitCodes.refused;
    });
  }
}
