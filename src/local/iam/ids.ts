/** Unique ids and access keys (docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html): a prefix tells what it is of. */
import type { World } from '../world';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `AROA` for roles, `ANPA` for managed policies, `ASIA` for keys that end. */
export function uniqueId({ random }: Pick<World, 'random'>, prefix: 'AROA' | 'ANPA' | 'ASIA'): string {
  const digits = BigInt(`0x${random.uuid().replaceAll('-', '')}`);
  const length = prefix === 'ASIA' ? 16 : 17;
  const text = Array.from({ length }, (_, index) => letters[Number((digits >> BigInt(index * 5)) & 31n)]);
  return prefix + text.join('');
}
