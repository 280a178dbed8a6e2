/** What a hook is asked about, and what it can say. */
import type { FunctionSpec } from '../../config/project';
import type { Ports } from '../../core/ports';
import type { HookTime } from '../../core/told';

/** `root`: the folder of the project. */
export type HookPorts = Pick<Ports, 'invoker' | 'web' | 'processes' | 'files' | 'clock'> & {
  readonly root: string;
};

export interface HookOccasion {
  readonly release: string;
  readonly when: HookTime;
  readonly step: number;
  /** Percent of the traffic. */
  readonly weight: number;
  readonly functions: readonly HookSubject[];
  /** Nobody waits for the verdict any more: what runs is ended where that can be, and nothing is asked again. */
  readonly stop?: AbortSignal;
}

export interface HookSubject {
  readonly key: string;
  /** The Lambda name. */
  readonly name: string;
  readonly alias: string;
  readonly baseline: string;
  /** Null when it stays on its baseline. */
  readonly candidate: string | null;
  readonly spec: FunctionSpec;
}

/** What one try came to. */
export interface Verdict {
  readonly status: 'pass' | 'fail' | 'inconclusive';
  readonly because: string;
}

export interface HookVerdict extends Verdict {
  /** All tries together. */
  readonly tookMs: number;
}

/** The occasion as JSON, in the form in which functions, addresses and programs get it. */
export const payloadOf = ({ release, when, step, weight, functions }: HookOccasion): string =>
  JSON.stringify({
    release,
    when,
    step,
    weight,
    functions: functions.map(({ spec: _, ...plain }) => plain),
  });
