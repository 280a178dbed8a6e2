/** The list of `shipit destroy`, for whoever is asked to agree to it: what goes is never cut short. */
import type { EventOf, Kept, Removable } from '../core/events';

type Planned = EventOf<'destroy.planned'>;

/** More names of one kind that stays are told as a number. */
const fewNames = 6;

export function destroyLines({ project, stage, account, region, goes, absent, stays }: Planned): string[] {
  const whose = `${project}${stage === null ? '' : `, stage ${stage}`}, in account ${account}, ${region}`;
  const head = goes.length === 0 ? `destroy ${whose}: nothing is there to remove` : `destroy ${whose}:`;
  return [
    head,
    ...goes.map(({ about, ...thing }) => `  goes: ${words(thing)}, ${about}`),
    ...absent.map((thing) => `  not there: ${words(thing)}`),
    ...stays.map((kept) => `  stays: ${kept.what} ${few(kept)} (${kept.because})`),
  ];
}

const words = ({ kind, name }: Removable): string => `${kind} ${name}`;

function few({ names }: Kept): string {
  if (names.length <= fewNames) return names.join(', ');
  return `${names.slice(0, fewNames).join(', ')} and ${names.length - fewNames} more`;
}
