/** Names and ARNs of secrets. */
import { Check } from '../lambda/constraints';
import type { World } from '../world';
import { insist, refusal } from './errors';

export function insistOnName(name: string | undefined): string {
  insist(Check.required('name', name), Check.length(1, 512)('name', name));
  if (!/^[\w/+=.@!-]+$/.test(name ?? ''))
    throw refusal.invalid(
      'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
    );
  return name ?? '';
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A secret that is made again under a name that was deleted has another ARN. */
export function newArn({ region, account, random }: World, name: string): string {
  const id = Buffer.from(random.uuid().replaceAll('-', ''), 'hex');
  const suffix = [...id.subarray(0, 6)].map((byte) => letters[byte % letters.length]).join('');
  return `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${suffix}`;
}
