/** Who pushes or pulls has to show a password of GetAuthorizationToken, under the name `AWS`. */
import type { WireResponse } from '../../wire/message';
import { checkPassword } from '../tokens';
import { done, fault } from './answers';
import type { Call } from './call';

/** Null for whoever may go on. Throws for a password that was good once. */
export function turnedAway({
  world,
  message,
  base,
}: Pick<Call, 'world' | 'message' | 'base'>): WireResponse | null {
  const [, token = ''] = /^basic\s+(\S+)$/i.exec(message.headers.authorization ?? '') ?? [];
  const [, password = ''] = /^AWS:(.*)$/s.exec(Buffer.from(token, 'base64').toString('utf8')) ?? [];
  const state = checkPassword(world, password);
  if (state === 'expired')
    throw fault('DENIED', 403, 'Your authorization token has expired. Reauthenticate and try again.');
  if (state === 'good') return null;
  const challenge = { 'www-authenticate': `Basic realm="${base}/",service="ecr.amazonaws.com"` };
  return done(401, { ...challenge, 'content-type': 'text/plain; charset=utf-8' }, 'Not Authorized\n');
}
