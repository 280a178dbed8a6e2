/** Storage for code in the account: every version of a function takes its own, also when only its configuration differs (recorded). */
import { AwsError } from '../errors';
import type { World } from '../world';
import { versionsOf } from './find';

/** 300 GB a Region (Lambda quotas). */
export const storageLimitBytes = 300 * 1024 ** 3;

export function storedBytes(world: World): number {
  let total = 0;
  for (const entry of world.functions.entries.values())
    for (const { config } of versionsOf(entry)) total += config.CodeSize;
  for (const { CodeSize } of world.layers.all()) total += CodeSize;
  return total;
}

/** Throws when the account has no place for so much more. */
export function insistOnStorage(world: World, moreBytes: number): void {
  if (storedBytes(world) + moreBytes > storageLimitBytes)
    throw new AwsError('CodeStorageExceededException', 400, 'Code storage limit exceeded.');
}
