/** What stands on each alias, again whenever it changes, until the release that moves is over. Never writes. */
import type { EventOf } from './core/events';
import type { Ports } from './core/ports';
import type { Stop } from './deploy';
import { type FindRequest, readFirst, releaseAmong } from './find';
import { type Followed, follow } from './follow';
import { underWay } from './release/under-way';
import { explaining, statusOf } from './status';

export interface WatchRequest extends FindRequest {
  readonly stop: Stop;
}

/** `rests`: nothing moves, so there is nothing to wait for. */
export type Watched = Followed | { readonly kind: 'rests'; readonly reading: EventOf<'status.read'> };

export async function watch(ports: Ports, request: WatchRequest): Promise<Watched> {
  const { where, stop } = request;
  const first = await readFirst(ports, request);
  if (underWay(first).length > 0) {
    const found = await releaseAmong(ports, request, first);
    return follow(await explaining(ports, found), { found, where, stop, leave: () => false });
  }
  const reading = { ...statusOf(first, ports.clock), where };
  ports.report.tell(reading);
  return { kind: 'rests', reading };
}
