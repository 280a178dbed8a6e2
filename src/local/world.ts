/**
 * The local AWS is one value: this world. Actions are functions over it; nothing in here knows HTTP.
 * Time, chance, timers and the environment are handed in, so the same world runs in real time, fast, or simulated.
 */
import type { Clock } from '../core/ports';
import type { AlarmBook } from './alarms/book';
import type { FunctionBook } from './lambda/book';
import type { CodeStore } from './lambda/code';
import type { MetricStore } from './metrics/store';
import type { Random } from './random';
import type { Runtime } from './runtime/pool';

export interface World {
  readonly account: string;
  readonly region: string;
  readonly clock: WorldClock;
  readonly random: Random;
  readonly functions: FunctionBook;
  readonly code: CodeStore;
  readonly metrics: MetricStore;
  readonly alarms: AlarmBook;
  readonly runtime: Runtime;
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
