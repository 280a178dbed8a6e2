/** How asynchronous invocations of a function, a version or an alias are retried, and where their outcome goes. */
import type { DestinationConfig, FunctionEventInvokeConfig } from '@aws-sdk/client-lambda';
import type { Kept } from '../kept';
import type { FunctionEntry } from '../lambda/book';

export interface EventConfig {
  /** Null where AWS's default holds. */
  readonly retries: number | null;
  readonly maximumAgeS: number | null;
  readonly onSuccess: string | null;
  readonly onFailure: string | null;
  readonly modifiedMs: number;
}

export interface EventConfigs extends Kept {
  find(functionName: string, qualifier: string): EventConfig | null;
  /** Of one function, by qualifier. */
  list(functionName: string): readonly (readonly [qualifier: string, config: EventConfig])[];
  put(functionName: string, qualifier: string, config: EventConfig): void;
  /** Of the whole function when no qualifier is given. */
  forget(functionName: string, qualifier: string | null): void;
}

/** Lambda's own: two more attempts, six hours. */
export const eventDefaults = { retries: 2, maximumAgeS: 21_600 } as const;

type ByQualifier = Map<string, EventConfig>;

export function createEventConfigs(): EventConfigs {
  const all = new Map<string, ByQualifier>();
  const of = (functionName: string): ByQualifier => {
    const found = all.get(functionName) ?? new Map<string, EventConfig>();
    all.set(functionName, found);
    return found;
  };
  return {
    find: (functionName, qualifier) => all.get(functionName)?.get(qualifier) ?? null,
    list: (functionName) => [...(all.get(functionName) ?? [])],
    put: (functionName, qualifier, config) => void of(functionName).set(qualifier, config),
    forget(functionName, qualifier) {
      if (qualifier === null) all.delete(functionName);
      else all.get(functionName)?.delete(qualifier);
    },
    dump: () => [...all].map(([functionName, configs]) => [functionName, [...configs]]),
    load(dump) {
      for (const [functionName, configs] of dump as [string, [string, EventConfig][]][])
        all.set(functionName, new Map(configs));
    },
    clear: () => all.clear(),
  };
}

export function eventConfigView(
  { arn }: FunctionEntry,
  qualifier: string,
  config: EventConfig,
): FunctionEventInvokeConfig {
  return {
    LastModified: new Date(config.modifiedMs),
    FunctionArn: `${arn}:${qualifier}`,
    ...(config.retries === null ? {} : { MaximumRetryAttempts: config.retries }),
    ...(config.maximumAgeS === null ? {} : { MaximumEventAgeInSeconds: config.maximumAgeS }),
    DestinationConfig: destinationView(config),
  };
}

/** Both members are there also when neither was set (recorded). */
const destinationView = ({ onSuccess, onFailure }: EventConfig): DestinationConfig => ({
  OnSuccess: onSuccess === null ? {} : { Destination: onSuccess },
  OnFailure: onFailure === null ? {} : { Destination: onFailure },
});
