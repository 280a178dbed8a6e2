/** What went into artifacts from elsewhere: a list of it, and what is known to be wrong with it. */
import { join } from 'node:path';
import { type AuditLevel, adviceOn, auditors, isAtLeast, readAudit } from './artifact/audit';
import { textsIn } from './artifact/contents';
import { nameOf } from './artifact/manifest';
import {
  isDistInfo,
  type Locked,
  lockedPackages,
  type Package,
  packagesIn,
  pythonPackages,
} from './artifact/packages';
import { sbomOf } from './artifact/sbom';
import type { SetPart } from './artifact/set';
import type { Project } from './config/project';
import { ShipitError } from './core/errors';
import type { Ports } from './core/ports';
import { keptAt } from './provenance';

type ExaminePorts = Pick<Ports, 'files' | 'processes' | 'report' | 'clock'>;

/** Writes `sbom.cdx.json` beside each manifest, and into the folder of a set where there is one. */
export async function writeSboms(
  { files, report, clock }: ExaminePorts,
  parts: readonly SetPart[],
  { project, folder }: { readonly project: Project; readonly folder: string | null },
): Promise<void> {
  const locked = await readLock(files, project.root);
  if (locked !== null && 'badly' in locked)
    throw new ShipitError('badArtifact', `package-lock.json: ${locked.badly}`, {
      hint: 'Write it anew with npm 7 or later.',
    });
  for (const part of parts) {
    const packages = await packagesOf(part, locked);
    const text = sbomOf(part.manifest, { project: project.name, packages });
    const file = join(keptAt(project.root, part.manifest), 'sbom.cdx.json');
    await files.write(file, text);
    if (folder !== null) await files.write(join(folder, `${nameOf(part.manifest)}.cdx.json`), text);
    const told = { key: part.manifest.key, file: file.slice(project.root.length + 1) };
    report.tell({ v: 1, type: 'sbom.written', at: clock.nowMs(), ...told, components: packages.length });
  }
}

const auditMs = 120_000;

/** Whether anything as bad as that level, or worse, is in one of the artifacts. `unavailable` when the registry cannot be asked. */
export async function audit(
  ports: ExaminePorts,
  parts: readonly SetPart[],
  { project, level }: { readonly project: Project; readonly level: AuditLevel },
): Promise<boolean> {
  const { root } = project;
  const auditor = await auditorOf(ports, root);
  const [by = '', verb = ''] = auditor.argv;
  const options = { cwd: root, timeoutMs: auditMs, input: null, credentials: false, variables: {} };
  const ran = await ports.processes.run(auditor.argv, options);
  if (ran === null)
    throw new ShipitError('unavailable', `there is no ${by} on this machine`, { hint: `Install ${by}.` });
  const advices = readAudit(ran.stdout);
  if (advices === null) throw notAsked(`${by} ${verb}`, ran.stderr);
  const locked = await readLock(ports.files, root);
  let isBad = false;
  for (const part of parts) {
    const known = locked && 'packages' in locked ? await packagesOf(part, locked) : null;
    const found = known === null ? advices : adviceOn(known, advices);
    isBad ||= found.some((one) => isAtLeast(level, one));
    const findings = found.map(({ name, severity, about }) => ({ name, severity, about }));
    const told = { key: part.manifest.key, by: `${by} ${verb}`, findings };
    ports.report.tell({ v: 1, type: 'audit.read', at: ports.clock.nowMs(), ...told });
  }
  return isBad;
}

async function auditorOf({ files }: ExaminePorts, root: string) {
  for (const auditor of auditors)
    if ((await files.stat(join(root, auditor.lockfile)))?.kind === 'file') return auditor;
  const names = auditors.map(({ lockfile }) => lockfile).join(', ');
  throw new ShipitError('refused', `--audit: there is no lockfile beside the project file (${names})`, {
    hint: 'Write one with `npm install --package-lock-only`, or leave --audit out.',
  });
}

function notAsked(command: string, stderr: string): ShipitError {
  const [line = ''] = stderr.split('\n').filter((one) => one.trim() !== '');
  const why = line === '' ? '' : `: ${line.slice(0, 200)}`;
  return new ShipitError('unavailable', `${command} gave no answer${why}`, {
    hint: 'It asks the registry: check the network, or leave --audit out.',
  });
}

async function readLock(files: ExaminePorts['files'], root: string): Promise<Locked | null> {
  const path = join(root, 'package-lock.json');
  if ((await files.stat(path))?.kind !== 'file') return null;
  return lockedPackages(Buffer.from(await files.read(path)).toString('utf8'));
}

/** Nobody looks into an image. */
async function packagesOf({ built, manifest }: SetPart, locked: Locked | null): Promise<Package[]> {
  const { code } = built.artifact;
  if (!('zip' in code)) return [];
  const paths = manifest.files.map(({ path }) => path);
  const python = paths.some(isDistInfo) ? pythonPackages(await textsIn(code.zip, isDistInfo)) : [];
  const isPython = built.spec.code?.kind === 'python' || python.length > 0;
  const npm = locked && 'packages' in locked && !isPython ? packagesIn(locked.packages, paths) : [];
  return [...npm, ...python];
}
