/** Event buses of EventBridge with their rules and targets. */
import type { Target } from '@aws-sdk/client-eventbridge';
import type { Kept } from '../kept';

export interface BusBook extends Kept {
  /** By name. `default` is always there. */
  readonly buses: Map<string, Bus>;
}

export interface Bus {
  readonly name: string;
  /** Null for the one that nobody made. */
  readonly createdMs: number | null;
  readonly description: string | null;
  /** By name. */
  readonly rules: Map<string, Rule>;
}

export interface Rule {
  readonly name: string;
  readonly arn: string;
  /** An event pattern as it was given; null for a rule that only has a schedule. */
  readonly pattern: string | null;
  readonly schedule: string | null;
  readonly state: string;
  readonly description: string | null;
  readonly roleArn: string | null;
  /** By id. */
  readonly targets: Map<string, Target>;
}

type RuleDump = Omit<Rule, 'targets'> & { readonly targets: readonly (readonly [string, Target])[] };
type Dump = readonly (Omit<Bus, 'rules'> & { readonly rules: readonly RuleDump[] })[];

const standing = (): Bus => ({ name: 'default', createdMs: null, description: null, rules: new Map() });

export function createBusBook(): BusBook {
  const buses = new Map<string, Bus>([['default', standing()]]);
  return {
    buses,
    dump: (): Dump =>
      [...buses.values()].map((bus) => ({
        ...bus,
        rules: [...bus.rules.values()].map((rule) => ({ ...rule, targets: [...rule.targets] })),
      })),
    load(dump) {
      for (const bus of dump as Dump) {
        const rules = bus.rules.map((rule): Rule => ({ ...rule, targets: new Map(rule.targets) }));
        buses.set(bus.name, { ...bus, rules: new Map(rules.map((rule) => [rule.name, rule])) });
      }
    },
    clear() {
      buses.clear();
      buses.set('default', standing());
    },
  };
}
