import type { Session } from '../../src/compose';
import { disk } from '../../src/compose/disk';
import { retell } from '../../src/retell';
import type { Helm } from '../../src/ui/live';
import { type Steerer, steeringOf } from './steering';

/** What the keys of the live view do: the same as the commands, and nobody waits for their answers when the view is gone. */
export function helmOf(session: Session, taker: Steerer): Helm {
  const { ports } = session;
  const gone = new AbortController();
  taker.stop.signal.addEventListener('abort', () => gone.abort());
  const stop = { signal: gone.signal, exitCode: () => taker.stop.exitCode() };
  // That a wish was obeyed stands below the keys, and its owner tells it as well.
  const tell: Session['ports']['report']['tell'] = (event) =>
    event.type === 'wish.obeyed' ? undefined : ports.report.tell(event);
  const send = steeringOf({ ...session, ports: { ...ports, report: { tell } } }, { ...taker, stop });
  const retellOf: Helm['retell'] = (release, told) => {
    // Numbers that cannot be had are not shown.
    retell(ports, { release, stop: gone.signal, tell: told }).catch(() => undefined);
  };
  return { clock: ports.clock, machine: disk.clock, send, retell: retellOf, close: () => gone.abort() };
}
