/**
 * Values that nobody may be shown, told to whoever runs shipit within its own process: what writes the log of a run of CI can
 * then hide them too, also where something else than shipit prints them. By name, because bundles do not share modules.
 */
import { channel } from 'node:diagnostics_channel';

const hidden = channel('shipit:hidden');

export function tellHidden(values: readonly string[]): void {
  if (hidden.hasSubscribers) hidden.publish(values);
}

export function onHidden(hear: (values: readonly string[]) => void): void {
  hidden.subscribe((values) => hear(values as readonly string[]));
}
