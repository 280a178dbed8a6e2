/** Makes what releases need at AWS before the first one: a bucket for artifacts. */
import type { Project } from './config/project';
import { ShipitError } from './core/errors';
import type { Ports } from './core/ports';
import { refuseOtherAccount } from './plan/ground';

export interface BootstrapRequest {
  readonly project: Project;
  /** Null takes that of the project file, else `shipit-<account>-<region>`. */
  readonly bucket: string | null;
  /** Null asks nobody. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
}

/** What is there already stays as it is, so it can be run again. */
export async function bootstrap(
  { identity, depot, report, clock }: Pick<Ports, 'identity' | 'depot' | 'report' | 'clock'>,
  { project, bucket: asked, confirm }: BootstrapRequest,
): Promise<void> {
  const caller = await identity.whoami();
  refuseOtherAccount(project.place.account, caller);
  const bucket = asked ?? project.artifacts.bucket ?? `shipit-${caller.account}-${caller.region}`;
  refuseOddName(bucket);
  const question = `Make sure that bucket ${bucket} is there, in ${caller.account} and ${caller.region}?`;
  if (confirm !== null && !(await confirm(question)))
    throw new ShipitError('needsYes', 'nothing was made: nobody said yes');
  const what = await depot.makeBucket(bucket);
  const named = project.artifacts.bucket === bucket;
  report.tell({ v: 1, type: 'bucket.kept', at: clock.nowMs(), bucket, what, named });
}

/** Amazon S3 user guide, general purpose bucket naming rules; without dots, which break its certificates. */
function refuseOddName(bucket: string): void {
  if (/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(bucket)) return;
  throw new ShipitError('badFlag', `${JSON.stringify(bucket)} is no name of a bucket`, {
    hint: 'Lower-case letters, digits and -, from 3 to 63 characters.',
  });
}
