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
  static override description = [
    'Packs folders, runs what the project file says has to run before, bundles, installs Python ',
    'packages, and makes images. The same files give the same bytes on every machine, so what did not ',
    'change is not uploaded. Writes only beside the project, below .shipit and where --out says; ',
    'nothing is written at AWS.',
  ].join('');
  static override examples = [
    { description: 'Build all functions, and see how large they are', command: '<%= config.bin %> build' },
    {
      description: 'Build once, deploy to many stages: the second line as often as there are stages',
      command: '<%= config.bin %> build --out artifacts && shipit deploy --artifacts artifacts --stage dev',
    },
    { description: 'What makes this bundle so large?', command: '<%= config.bin %> build api --analyze' },
    {
      description: 'Stop a pipeline at a known vulnerability',
      command: '<%= config.bin %> build --audit high',
    },
  ];
  static override exits = {
    0: 'Built.',
    2: 'It cannot be built, or the audit found what --audit forbids.',
  };
  static override related = ['deploy', 'verify'];
  static override tells = ['artifact.built'];
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
