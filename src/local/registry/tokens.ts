/** Passwords for the registry: anybody here may have one, it is good for twelve hours of world time, and outlives the process. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { World } from '../world';

const goodForS = 12 * 3600;

export interface Password {
  readonly text: string;
  readonly expiresMs: number;
}

type Holder = Pick<World, 'registry' | 'clock'>;

export function newPassword({ registry, clock }: Holder): Password {
  const expiration = Math.floor(clock.nowMs() / 1000) + goodForS;
  const payload = signature(registry.secret(), expiration);
  const content = { payload, version: '2', type: 'DATA_KEY', expiration };
  return {
    text: Buffer.from(JSON.stringify(content)).toString('base64'),
    expiresMs: expiration * 1000,
  };
}

export function checkPassword({ registry, clock }: Holder, text: string): 'good' | 'expired' | 'wrong' {
  const { payload, expiration } = contentOf(text);
  if (typeof payload !== 'string' || typeof expiration !== 'number') return 'wrong';
  const [a, b] = [Buffer.from(payload), Buffer.from(signature(registry.secret(), expiration))];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return 'wrong';
  return clock.nowMs() < expiration * 1000 ? 'good' : 'expired';
}

/** Where a layer can be fetched without a password: whoever was given the address may. */
export const layerPath = (world: Pick<World, 'registry'>, repository: string, digest: string): string =>
  `/_shipit/layers/${layerToken(world, repository, digest)}/${repository}/${digest}`;

export const layerToken = (
  { registry }: Pick<World, 'registry'>,
  repository: string,
  digest: string,
): string => signature(registry.secret(), `${repository} ${digest}`);

const signature = (secret: string, of: string | number): string =>
  createHmac('sha256', secret).update(String(of)).digest('hex');

function contentOf(text: string): { readonly payload?: unknown; readonly expiration?: unknown } {
  try {
    const content: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    return typeof content === 'object' && content !== null ? content : {};
  } catch {
    return {};
  }
}
