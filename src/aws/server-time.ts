import type { ServerTime } from '../core/checkup';
import type { Connections } from './connections';
import { translate } from './errors';
import { sdk } from './sdk';

const attempt = { call: 'GetCallerIdentity', creates: false, secrets: [] };

/** Of the answer to a question that needs no permission. A refusal has it as well, and so has one for a wrong clock. */
export function createServerTime(connections: Connections): ServerTime {
  return {
    async serverMs(): Promise<number | null> {
      await connections.region();
      const command = new (sdk.sts().GetCallerIdentityCommand)({});
      let date: string | null = null;
      command.middlewareStack.add(
        (next) => async (call) => {
          const answered = await next(call).catch((error: unknown) => {
            date = dateOf((error as { $response?: unknown } | null)?.$response);
            throw error;
          });
          date = dateOf(answered.response);
          return answered;
        },
        { step: 'deserialize', priority: 'high', name: 'shipitServerTime' },
      );
      try {
        await connections.sts().send(command);
      } catch (error) {
        if (date === null) throw translate(error, attempt);
      }
      const ms = Date.parse(date ?? '');
      return Number.isNaN(ms) ? null : ms;
    },
  };
}

function dateOf(response: unknown): string | null {
  const headers = (response as { headers?: { date?: unknown } } | null | undefined)?.headers;
  return typeof headers?.date === 'string' ? headers.date : null;
}
