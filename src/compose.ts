import { actorOf, sourceOf } from './compose/actor';
import { openCheckup } from './compose/checkup';
import { disk } from './compose/disk';
import { journalsOf, maskedJournal } from './compose/journal';
import { lending } from './compose/lending';
import { noticesOf } from './compose/notices';
import { Reach, type Reached } from './compose/reach';
import { registriesAt } from './compose/registries';
import { toolsOf } from './compose/tools';
import type { LocalRequest, Traffic } from './compose/world';
import { checkProject, type OpenedProject, openProject } from './config/open';
import type { Project } from './config/project';
import type { Source, Tools } from './core/built';
import type { EventOf } from './core/events';
import { tellHidden } from './core/hidden';
import type { Clock, Journal, Ports, Processes, Report } from './core/ports';
import { Secret } from './core/secret';
import { createIds } from './disk/ids';
import { createJournal } from './disk/journal';
import { openLogFile } from './disk/log-file';
import { createProcesses } from './disk/processes';
import type { OpenWorld } from './local/open';
import { openUi, type Ui, type Wishes } from './ui/choose';
import { openStreams } from './ui/streams';
import { createWeb } from './web/http';

export interface UiRequest {
  readonly json: boolean;
  readonly plain: boolean;
  readonly payload: Wishes['payload'];
  readonly details: boolean;
  /** A file for every event, as it was typed; null for what the environment says, false for none. */
  readonly logFile: string | null | false;
  /** `quiet`: trouble and the end alone. `verbose`: each call to AWS as well. `debug`: and what was asked, and where errors came from. */
  readonly talk?: 'quiet' | 'verbose' | 'debug' | null;
  /** What runs, for `debug`. */
  readonly started?: Omit<EventOf<'command.started'>, 'v' | 'type' | 'at' | 'variables'>;
}

/** What decides how the project file is read, each null when it was not typed. */
export interface FileRequest {
  readonly config: string | null;
  readonly stage: string | null;
  readonly alias: string | null;
  readonly region: string | null;
  readonly profile: string | null;
}

export interface SessionRequest extends FileRequest {
  /** Null for AWS itself. */
  readonly local: LocalRequest | null;
}

/** All that a command needs of the world outside. */
export interface Session {
  readonly opened: OpenedProject;
  readonly project: Project;
  readonly ports: Ports;
  /** Null for AWS itself. */
  readonly world: OpenWorld | null;
  /** Who calls, in a few characters, and the machine or run of CI. */
  readonly by: string;
  readonly from: string;
  /** What the project is made of, and by. */
  source(): Promise<Source>;
  tools(): Tools;
  /** Sends sample events through the aliases until it is stopped; only in a local world. */
  traffic(requests: readonly Traffic[]): Promise<() => void>;
  close(): Promise<void>;
}

const { clock, ids, files, packing, cache, bundler, staging } = disk;
const processes = createProcesses(process.env, clock);
// Like programs, those out there keep to the time of this machine, whatever that of a local AWS is.
const web = createWeb(clock);
const reach = new Reach({ env: process.env, clock, ids, files, web });
const registriesWith = registriesAt({ env: process.env, processes });

/** `badFlag` when the file for events cannot be written. */
export function openTerminal({ logFile, talk = null, started, ...wishes }: UiRequest): Ui {
  const path = logFile === false ? null : (logFile ?? (process.env.SHIPIT_LOG_FILE || null));
  const log = path === null ? null : openLogFile(path);
  const ui = openUi(openStreams(process.env, log), { ...wishes, talk: talk === 'verbose' ? null : talk });
  const hears = talk === 'verbose' || talk === 'debug';
  reach.listener = hears ? { tell: ui.report.tell, withInputs: talk === 'debug' } : null;
  const variables = Object.keys(process.env).filter(counts).sort();
  if (started && talk === 'debug')
    ui.report.tell({ v: 1, type: 'command.started', at: clock.nowMs(), ...started, variables });
  return ui;
}

/** Names of variables that change what shipit does; never what they hold. */
const counts = (name: string): boolean =>
  /^(SHIPIT|AWS|GITHUB|DOCKER|NODE)_|^(SOURCE_DATE_EPOCH|CI|TERM|COLUMNS|NO_COLOR|FORCE_COLOR|ACCESSIBLE)$/.test(
    name,
  ) || /_proxy$/i.test(name);

interface Kept extends Pick<Session, 'project' | 'close'> {
  readonly ports: Pick<Ports, 'journal' | 'clock' | 'report'>;
}

interface OpenedFile extends OpenedProject, Pick<Session, 'source' | 'tools'> {
  /** What this machine alone has of releases. */
  readonly here: Pick<Journal, 'read'>;
  readonly processes: Processes;
  /** With the logins of this machine and of the caller; AWS is asked when a registry of it is. */
  readonly registries: Ports['registries'];
  /** What is known of releases: nobody asks AWS unless the project keeps it there. Null for AWS itself. */
  kept(ui: Pick<Ui, 'report'>, local: LocalRequest | null): Promise<Kept>;
}

/** Reads the project file alone: for commands that never leave this machine. */
export async function openFile(request: FileRequest): Promise<OpenedFile> {
  const { config, ...typed } = request;
  const disks = { files, processes };
  const asked = { path: config, cwd: process.cwd(), ...typed, env: process.env };
  const opened = await openProject(disks, asked);
  const { root } = opened;
  const made = {
    here: createJournal(root, clock),
    source: () => sourceOf(processes, root, process.env),
    tools: () => toolsOf(root),
    registries: registriesWith((host) => reach.toAws(opened, null).aws.registryLogin(host)),
  };
  return { ...opened, ...made, processes, kept: (ui, local) => openKept(ui, opened, local) };
}

async function openKept(
  { report }: Pick<Ui, 'report'>,
  opened: OpenedProject,
  local: LocalRequest | null,
): Promise<Kept> {
  const project = await opened.finish(null);
  const near = { journal: createJournal(project.root, clock), clock, report };
  if (project.journal === null) return { project, ports: near, close: async () => {} };
  const reached = local ? await reach.toLocal(report, opened, local) : reach.toAws(opened, report);
  const { journal, close } = journalsOf({ ...reached, report, project, clock });
  return { project, ports: { ...near, journal }, close: () => close().finally(reached.close) };
}

export async function openSession(
  ui: Pick<Ui, 'report' | 'hide'>,
  request: SessionRequest,
): Promise<Session> {
  const opened = await openFile(request);
  const reached = request.local
    ? await reach.toLocal(ui.report, opened, request.local)
    : reach.toAws(opened, ui.report);
  try {
    const project = await opened.finish(reached.aws);
    const secrets = project.secrets.map(Secret.reveal);
    ui.hide(secrets);
    tellHidden(secrets);
    // The local AWS is nobody's account.
    const place = reached.world ? { ...project.place, account: null } : project.place;
    const kept = journalsOf({ ...reached, report: ui.report, project, clock });
    return {
      opened,
      project: { ...project, place },
      ports: portsOf(reached, { report: ui.report, project, secrets, journal: kept.journal }),
      ...actorOf(process.env),
      source: () => sourceOf(processes, project.root, process.env),
      tools: () => toolsOf(project.root),
      ...reached,
      close: () => kept.close().finally(reached.close),
    };
  } catch (error) {
    await reached.close();
    throw error;
  }
}

/** The local AWS alone: nothing that the project file refers to has to be there yet. */
async function openLocal(
  report: Report,
  request: FileRequest & { readonly local: LocalRequest },
): Promise<{ world: OpenWorld; clock: Clock; root: string; close(): Promise<void> }> {
  const checked = await checkProject(files, { path: request.config, cwd: process.cwd() });
  const region = request.region ?? checked.region(request.stage);
  const reached = await reach.toLocal(report, { ...checked, place: { region } }, request.local);
  return { ...reached, root: checked.root };
}

interface Shown {
  readonly report: Report;
  readonly project: Project;
  readonly journal: Journal;
  readonly secrets: readonly string[];
}

function portsOf({ aws, clock: time, world }: Reached, { report, project, journal, secrets }: Shown): Ports {
  const heralds = { bulletins: aws.bulletins, web, clock, report };
  return {
    ...aws,
    journal: maskedJournal(journal, secrets),
    notices: noticesOf(heralds, project, { secrets, local: world !== null }),
    files,
    packing,
    cache,
    bundler,
    staging,
    processes: lending(processes, aws.lent),
    web,
    registries: registriesWith(aws.registryLogin),
    clock: time,
    ids: createIds(time),
    report: {
      tell(event) {
        if (event.type === 'release.started') reach.release = event.release;
        report.tell(event);
      },
    },
  };
}

/** What needs no project that is right. */
export const other = {
  local: openLocal,
  checkup: (ui: Pick<Ui, 'report' | 'hide'>, request: SessionRequest) =>
    openCheckup({ reach, files, processes, clock }, { ui, request, open: () => openFile(request) }),
};
