/** What a checkup asks, of a project that may be wrong and of an AWS that may not answer. */
import { dirname } from 'node:path';
import { loadEsbuild } from '../bundle/load';
import type { SessionRequest } from '../compose';
import { checkProject, type OpenedProject } from '../config/open';
import type { Project } from '../config/project';
import type { Machine } from '../core/checkup';
import { ShipitError } from '../core/errors';
import type { Clock, Files, Processes, Report } from '../core/ports';
import { Secret } from '../core/secret';
import { unwritable } from '../disk/machine';
import type { DoctorAws, DoctorPorts, DoctorRequest } from '../doctor';
import { show } from '../ui/show';
import type { Reach, Reached } from './reach';
import { toolsOf } from './tools';

interface Around {
  readonly reach: Reach;
  readonly files: Files;
  readonly processes: Processes;
  readonly clock: Clock;
}

interface Asked {
  readonly ui: { readonly report: Report; hide(secrets: readonly string[]): void };
  readonly request: SessionRequest;
  readonly open: () => Promise<OpenedProject>;
}

interface Checkup {
  readonly ports: DoctorPorts;
  readonly request: Omit<DoctorRequest, 'where'>;
  close(): Promise<void>;
}

export async function openCheckup(around: Around, { ui, request, open }: Asked): Promise<Checkup> {
  const { files, processes, clock } = around;
  const opened = await orError(open);
  const reached = await orError(() => reachedWith(around, { ui, request, open }, opened));
  const root = opened instanceof ShipitError ? process.cwd() : opened.root;
  const file = async (): Promise<string> => {
    const found = await checkProject(files, { path: request.config, cwd: process.cwd() });
    return `${found.path}: ${show.count(found.functions.length, 'function')}, ${show.count(found.stages.length, 'stage')}`;
  };
  const project = async (): Promise<Project> => {
    if (opened instanceof ShipitError) throw opened;
    if (reached instanceof ShipitError) return opened.finish(null);
    const whole = await opened.finish(reached.aws);
    ui.hide(whole.secrets.map(Secret.reveal));
    // The local AWS is nobody's account.
    return reached.world ? { ...whole, place: { ...whole.place, account: null } } : whole;
  };
  const ports = { machine: machineOf(), processes, clock, report: ui.report };
  return {
    ports: { ...ports, aws: reached instanceof ShipitError ? reached : awsOf(reached) },
    request: { root, file, project, functions: (known) => known.functions },
    close: async () => (reached instanceof ShipitError ? undefined : reached.close()),
  };
}

/** A project file that is wrong says nothing of where to release to: flags and the environment do. */
async function reachedWith(
  { reach }: Around,
  { ui, request }: Asked,
  opened: OpenedProject | ShipitError,
): Promise<Reached> {
  if (request.local !== null) {
    if (opened instanceof ShipitError) throw opened;
    return reach.toLocal(ui.report, opened, request.local);
  }
  const { region, profile } = request;
  const place = { region, profile, account: null, assumeRole: null };
  return reach.toAws(opened instanceof ShipitError ? { place } : opened, ui.report);
}

function awsOf({ aws, clock, world }: Reached): DoctorAws {
  const { identity, aliases, roles, permissions, serverTime } = aws;
  return {
    ...{ identity, aliases, roles, permissions, serverTime, clock },
    isLocal: world !== null,
    journal: ({ journal }) =>
      journal && aws.journalAt({ bucket: journal.bucket, prefix: journal.prefix, makesBucket: false }),
  };
}

function machineOf(): Machine {
  const { shipit = 'unknown' } = toolsOf(dirname(__dirname));
  return {
    node: process.version,
    shipit,
    unwritable,
    esbuild: (root) => loadEsbuild(root)?.version ?? null,
  };
}

async function orError<T>(work: () => Promise<T>): Promise<T | ShipitError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ShipitError) return error;
    throw error;
  }
}
