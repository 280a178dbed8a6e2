import type { Project } from '../config/project';
import type { Bulletins, Clock, Notices, Report, Web } from '../core/ports';
import { notifier } from '../notify';
import { staysHere } from '../release/channel';
import { cleanEvent } from '../ui/clean';
import { Mask } from '../ui/mask';

export interface Heralds {
  readonly bulletins: Bulletins;
  readonly web: Web;
  readonly clock: Clock;
  readonly report: Report;
}

/** Those whom the project names hear of its releases; of one in a local AWS, those on this machine. No secret leaves it. */
export function noticesOf(
  heralds: Heralds,
  project: Project,
  { secrets, local }: { readonly secrets: readonly string[]; readonly local: boolean },
): Notices {
  const notifications = local ? project.notifications.filter(staysHere) : project.notifications;
  const mask = new Mask();
  mask.hide(secrets);
  const notices = notifier(heralds, { ...project, notifications });
  return { settled: () => notices.settled(), hear: (id, event) => notices.hear(id, cleanEvent(event, mask)) };
}
