/** What has to wait until a function is created or updated (Lambda Developer Guide, "Lambda function states"). */
import type { VersionEntry } from './book';
import { refusal } from './errors';

/** Throws 409 while the function is being created or updated, and for one that could not be created: only deleting helps it. */
export function insistOnSettled(latest: VersionEntry, arn: string): void {
  if (latest.state === 'Pending' || latest.state === 'Failed')
    throw refusal.conflict(
      `The operation cannot be performed at this time. The function is currently in the following state: ${latest.state}`,
    );
  insistOnNoUpdate(latest, arn);
}

/** Throws 409 while the function is being updated. */
export function insistOnNoUpdate(latest: VersionEntry, arn: string): void {
  if (latest.lastUpdateStatus === 'InProgress')
    throw refusal.conflict(
      `The operation cannot be performed at this time. An update is in progress for resource: ${arn}`,
    );
}
