/**
 * The other processes that use a world. Each keeps one request open for as long as it does, so that its end is noticed
 * however it ends; the owner stays until they have left, for a command must not take the world away from another one.
 */
import { request, type ServerResponse } from 'node:http';
import type { Clock } from '../core/ports';
import { type Connection, patienceMs, tokenHeader } from './connection';

export interface Visits {
  /** False when the owner is leaving. */
  enter(response: ServerResponse): boolean;
  /** Answers when nobody is there any more, or after so many real milliseconds; from then on nobody may enter. */
  untilNobody(real: Clock, boundMs: number): Promise<void>;
}

export const visitPath = '/_shipit/visit';

export function createVisits(): Visits {
  const present = new Set<ServerResponse>();
  let leaving = false;
  let left = (): void => undefined;
  return {
    enter(response) {
      if (leaving) return false;
      present.add(response);
      response.once('close', () => {
        present.delete(response);
        if (present.size === 0) left();
      });
      response.writeHead(200);
      response.flushHeaders();
      return true;
    },
    async untilNobody(real, boundMs) {
      if (present.size > 0)
        await new Promise<void>((resolve) => {
          const cancel = real.after(boundMs, resolve);
          left = () => {
            cancel();
            resolve();
          };
        });
      leaving = true;
    },
  };
}

/** The answer ends the visit. Rejects when the owner is leaving, or has left. */
export function visit({ port, token, real }: Connection): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const headers = { [tokenHeader]: token };
    const sent = request({ host: '127.0.0.1', port, path: visitPath, headers, agent: false });
    const cancel = real.after(patienceMs, () =>
      sent.destroy(new Error('The local AWS did not answer in time')),
    );
    sent.on('error', (error) => {
      cancel();
      reject(error);
    });
    sent.on('response', (response) => {
      cancel();
      response.on('error', () => undefined);
      response.resume();
      if (response.statusCode === 200) resolve(() => sent.destroy());
      else reject(new Error(`The local AWS answered a visit with ${response.statusCode}`));
    });
    sent.end();
  });
}
