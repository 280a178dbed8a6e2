/** Finds the release that somebody means: by the functions that are named, by its id, or because it is the only one. */
import type { FunctionSpec, Project } from './config/project';
import { ShipitError } from './core/errors';
import type { Ports } from './core/ports';
import type { Whereabouts } from './core/told';
import { refuseOtherAccount } from './plan/ground';
import { theRelease, type UnderWay, underWay } from './release/under-way';
import { readPatiently } from './rollout/back';
import { type Seen, seenAs } from './status';

export interface FindRequest {
  readonly project: Project;
  /** Those that were named; empty for none. */
  readonly named: readonly FunctionSpec[];
  /** The end of its id; null when nobody said. */
  readonly release: string | null;
  /** Flags that say which release is meant, for whoever asks next. */
  readonly where: Whereabouts;
}

export interface Found extends UnderWay<Seen> {
  readonly leader: Seen;
  /** All functions of the project, in this release or not. */
  readonly all: readonly Seen[];
}

/** The same names are in every account, so the account is asked for too. `refused` when no release is meant, or several may be. */
export async function findRelease(ports: Ports, request: FindRequest): Promise<Found> {
  return releaseAmong(ports, request, await readFirst(ports, request));
}

/** Of the functions that are named; without names, of all. */
export async function readFirst(ports: Ports, { project, named }: FindRequest): Promise<Seen[]> {
  const [first] = await Promise.all([
    readAll(ports, named.length > 0 ? named : project.functions),
    refuseWrongAccount(ports, project),
  ]);
  return first;
}

/** The release, and all that belongs to it, whichever of its functions were named. */
export async function releaseAmong(
  ports: Ports,
  request: FindRequest,
  first: readonly Seen[],
): Promise<Found> {
  const { project, named } = request;
  const { release } = theRelease(first, request);
  const rest = named.length > 0 ? project.functions.filter((spec) => !named.includes(spec)) : [];
  const all = [...first, ...(await readAll(ports, rest))];
  const found = underWay(all).find((one) => one.release === release);
  if (found?.leader) return { ...found, leader: found.leader, all };
  throw new ShipitError(
    'refused',
    `the leader of release ${release.slice(-6)} is no function of this project file`,
    { hint: 'Use the project file, --stage and --alias that it was started with.' },
  );
}

function readAll(ports: Ports, specs: readonly FunctionSpec[]): Promise<Seen[]> {
  return Promise.all(
    specs.map(async (spec) =>
      seenAs(spec, await readPatiently(ports, { functionName: spec.name, alias: spec.alias })),
    ),
  );
}

/** The same release, as it stands now. */
export async function lookAgain(ports: Ports, found: Found): Promise<Found> {
  const all = await readAll(
    ports,
    found.all.map(({ spec }) => spec),
  );
  const leader = all.find(({ spec }) => spec === found.leader.spec) ?? found.leader;
  return { ...found, leader, all };
}

async function refuseWrongAccount({ identity }: Ports, { place: { account } }: Project): Promise<void> {
  if (account !== null) refuseOtherAccount(account, await identity.whoami());
}
