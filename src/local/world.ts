/**
 * The local AWS is one value: this world. Actions are functions over it; nothing in here knows HTTP.
 * Time, chance, timers and the environment are handed in, so the same world runs in real time, fast, or simulated.
 */
import type { Clock } from '../core/ports';
import type { AlarmBook } from './alarms/book';
import type { BusBook } from './buses/book';
import type { ContainerStore } from './containers/folders';
import type { Faults } from './faults';
import type { RoleBook } from './iam/book';
import type { InvocationState } from './invocations/state';
import type { KeptParts } from './kept';
import type { FunctionBook } from './lambda/book';
import type { CapacityBook } from './lambda/capacity';
import type { CodeStore } from './lambda/code';
import type { SigningBook } from './lambda/code-signing';
import type { Downloads } from './lambda/downloads';
import type { ImageBook } from './lambda/images';
import type { LayerBook } from './layers/book';
import type { LogStore } from './logs/store';
import type { MetricStore } from './metrics/store';
import type { MonitorBook } from './monitors/book';
import type { ObjectBook } from './objects/book';
import type { ParameterBook } from './parameters/book';
import type { Random } from './random';
import type { RegistryBook } from './registry/book';
import type { Runtime } from './runtime/pool';
import type { SecretBook } from './secrets/book';
import type { SignerBook } from './signer/book';
import type { StackBook } from './stacks/book';
import type { TopicBook } from './topics/book';

export interface World extends InvocationState {
  readonly account: string;
  readonly region: string;
  readonly clock: WorldClock;
  readonly random: Random;
  readonly functions: FunctionBook;
  readonly code: CodeStore;
  /** Container images that functions can be made of. */
  readonly images: ImageBook;
  /** Those of the registry, unpacked. */
  readonly containers: ContainerStore;
  readonly metrics: MetricStore;
  readonly alarms: AlarmBook;
  readonly runtime: Runtime;
  readonly faults: Faults;
  /** True when calls a second are limited as AWS limits them. */
  readonly limits: boolean;
  /** True when a role must have been made here before a function can have it. */
  readonly strictIam: boolean;
  readonly layers: LayerBook;
  readonly logs: LogStore;
  readonly signing: SigningBook;
  readonly capacity: CapacityBook;
  /** Where the zips of functions and layers can be fetched. */
  readonly downloads: Downloads;
  /** Where the world is served, `http://127.0.0.1:<port>`; null while it is not. */
  readonly address: { endpoint: string | null };
  readonly objects: ObjectBook;
  /** Dashboards and what else CloudWatch keeps. */
  readonly monitors: MonitorBook;
  /** Repositories of container images. */
  readonly registry: RegistryBook;
  readonly roles: RoleBook;
  readonly parameters: ParameterBook;
  readonly secrets: SecretBook;
  readonly signer: SignerBook;
  readonly stacks: StackBook;
  readonly topics: TopicBook;
  readonly buses: BusBook;
  /** What is kept besides functions, alarms and metrics, by name. */
  readonly kept: KeptParts;
}

/** The world's clock: wall time of the world at `speed` world seconds a real second. */
export interface WorldClock extends Clock {
  readonly speed: number;
  /** True for a clock that goes from timer to timer without waiting: what takes real time must hold it meanwhile. */
  readonly jumps?: boolean;
  setSpeed(speed: number): void;
  /** Sets world time ahead; a time that is past changes nothing. Not every clock can. */
  setAhead?(toMs: number): void;
  /**
   * World time stands still until the answer is called, but for at most one real second on the real clock (without
   * a bound on a simulated one). Holds nest. Taken while a control-plane or CloudWatch request is answered, so that
   * speed does not shrink time-outs.
   */
  hold(): () => void;
}

/** One API action: one file, one function. Input and output have the SDK's own names. */
export type Action<Input, Output> = (world: World, input: Input) => Output | Promise<Output>;
