/** Buses and rules by what requests call them; pages of lists. */
import { Check } from '../lambda/constraints';
import { cutPage } from '../pages';
import type { World } from '../world';
import type { Bus, Rule } from './book';
import { insist, refusal } from './errors';

type BusWorld = Pick<World, 'buses' | 'region' | 'account'>;

const busName = Check.pattern(
  '(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\/\\.\\-_A-Za-z0-9]+',
);
const isName = Check.pattern('[\\.\\-_A-Za-z0-9]+');

export function findBus(world: BusWorld, named: string | undefined): Bus {
  const bus = busOf(world, named);
  if (!bus) throw refusal.missing(`Event bus ${nameIn(named)} does not exist.`);
  return bus;
}

/** By name, or by an ARN of this account and region; null when it is not there. */
export function busOf({ buses, region, account }: BusWorld, named: string | undefined): Bus | null {
  insist(busName('eventBusName', named));
  const place = named?.startsWith('arn:') ? named.slice(0, named.indexOf(':event-bus/')) : null;
  if (place !== null && !place.endsWith(`:events:${region}:${account}`)) return null;
  return buses.buses.get(nameIn(named)) ?? null;
}

const nameIn = (named = 'default'): string =>
  named.slice(named.startsWith('arn:') ? named.indexOf('/') + 1 : 0);

export function findRule(bus: Bus, name: string | undefined): Rule {
  insist(Check.required('rule', name), isName('rule', name), Check.length(1, 64)('rule', name));
  const rule = bus.rules.get(name ?? '');
  if (!rule) throw refusal.missing(`Rule ${name} does not exist on EventBus ${bus.name}.`);
  return rule;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly more: { readonly NextToken?: string };
}

interface Asked {
  readonly NextToken?: string | undefined;
  readonly Limit?: number | undefined;
}

export function pageOf<T>(all: readonly T[], { NextToken: token, Limit }: Asked): Page<T> {
  insist(Check.range(1, 100)('limit', Limit));
  const refuse = () => refusal.invalid('Parameter NextToken is not valid.');
  const { items, next } = cutPage(all, { token, size: Limit ?? 100, refuse });
  return { items, more: next === null ? {} : { NextToken: next } };
}
