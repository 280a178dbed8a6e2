import { ShipitError } from '../core/errors';
import type { Clock } from '../core/ports';

interface Wait {
  readonly clock: Pick<Clock, 'after'>;
  readonly silenceMs: number;
  readonly host: string;
  /** Closes what is waited for. */
  readonly end: (error: Error) => void;
}

/** What comes, or `timedOut` when it does not come in time. */
export async function untilOrSilent<T>(wait: Wait, coming: Promise<T>): Promise<T> {
  const { clock, silenceMs, host, end } = wait;
  let cancel = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    cancel = clock.after(silenceMs, () => {
      const error = new ShipitError('timedOut', `${host} said nothing for ${silenceMs / 1000} s`, {
        hint: 'Check the network, and whether the registry is well; then run the command again.',
      });
      reject(error);
      end(error);
    });
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    cancel();
  }
}
