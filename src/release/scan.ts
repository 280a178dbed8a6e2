/** The scan of an image: waited for, and asked whether the image may be released. No alias has moved by then. */
import type { Ecr } from '../config/code';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import { lastingFor } from '../core/lasting';
import type { Clock } from '../core/ports';
import type { Findings, Repositories, Repository } from '../core/stores';
import { pause } from '../core/wait';

export interface Scan {
  readonly repository: Repository;
  readonly digest: string;
  readonly uri: string;
  readonly failOn: NonNullable<Ecr['failOn']>;
  readonly key: string;
  readonly stop: AbortSignal;
  readonly tell: (event: Event) => Promise<void>;
}

interface ScanPorts {
  readonly repositories: Pick<Repositories, 'findings'>;
  readonly clock: Clock;
}

/** A scan takes seconds, of large images a few minutes. */
const limitMs = 15 * 60_000;
const firstMs = 2000;
const longestMs = 15_000;
const bySeverity = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
const shown = 50;

/** `refused` with what was found, and also where it cannot be known: what was not answered is no yes. */
export async function passScan(ports: ScanPorts, scan: Scan): Promise<void> {
  const { key, uri, failOn } = scan;
  const lasting = lastingFor({ clock: ports.clock, tell: scan.tell, key });
  const { status, found } = await lasting(`the scan of ${uri}`, () => findingsOf(ports, scan));
  const severe = found.filter(({ severity }) => rankOf(severity) >= rankOf(failOn));
  const findings = [...severe].sort((one, other) => rankOf(other.severity) - rankOf(one.severity));
  const at = ports.clock.nowMs();
  await scan.tell({ v: 1, type: 'image.scanned', at, key, uri, status, findings: findings.slice(0, shown) });
  if (status !== 'COMPLETE') throw unanswered(scan, `its scan says ${status}`);
  const [first] = findings;
  if (first === undefined) return;
  const lines = findings.slice(0, shown).map((one) => `${key}: ${lineOf(one)}`);
  const rest = findings.length - lines.length;
  const more = rest > 0 ? [`${key}: and ${rest} more`] : [];
  const count = `${findings.length} finding${findings.length === 1 ? '' : 's'}`;
  throw new ShipitError('refused', `${key}: ${count} of ${failOn} or worse in ${uri}`, {
    problems: [...lines, ...more],
    hint: 'Update what the image is built on, or raise `ecr.failOn`. No alias was moved.',
  });
}

async function findingsOf(ports: ScanPorts, scan: Scan): Promise<Findings> {
  const { clock, repositories } = ports;
  const deadlineMs = clock.monotonicMs() + limitMs;
  for (
    let pauseMs = firstMs;
    clock.monotonicMs() < deadlineMs;
    pauseMs = Math.min(longestMs, pauseMs * 1.5)
  ) {
    if (scan.stop.aborted) throw new ShipitError('interrupted', `stopped while ${scan.uri} was scanned`);
    const found = await repositories.findings(scan.repository, scan.digest);
    if (found !== null) return found;
    await pause({ clock, stop: scan.stop }, pauseMs);
  }
  throw unanswered(scan, `its scan has no end after ${limitMs / 60_000} minutes`);
}

const unanswered = ({ key, uri }: Scan, what: string): ShipitError =>
  new ShipitError('refused', `${key}: ${uri}: ${what}`, {
    hint: 'Look at the scan in the console of ECR, or delete `ecr.failOn`. No alias was moved.',
  });

/** -1 for what has no severity, or none that can be compared. */
const rankOf = (severity: string): number => bySeverity.indexOf(severity);

const lineOf = ({ severity, name, about }: Findings['found'][number]): string =>
  `${severity} ${name} ${about}`.trimEnd();
