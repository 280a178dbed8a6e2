/** The page served on this machine. Loaded with --web alone: script and style are long texts. */
import type { Clock } from '../core/ports';
import { type ServedPage, servePage } from '../page/server';
import { livePolicy, pageHtml } from '../ui/page';
import { disk } from './disk';

export type { ServedPage };

interface PageOpening {
  readonly port: number;
  /** The time of the release. */
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly act: (what: string) => Promise<object> | null;
}

export function openPage({ port, clock, act }: PageOpening): Promise<ServedPage> {
  const { ids, clock: real } = disk;
  // Eight times 32 bits of the system's chance.
  const token = Array.from({ length: 8 }, () => ids.nonce()).join('');
  const html = pageHtml({ mode: 'live' });
  const time = { clock: real, nowMs: () => clock.nowMs() };
  return servePage({ html, policy: livePolicy, port, token, boot: ids.nonce(), ...time, act });
}
