/** What code is made with. */
import type { Bundler, Staging } from '../core/building';
import type { Clock, Processes, Report } from '../core/ports';
import type { ImagePorts } from './image';
import type { Once } from './once';
import type { PackPorts } from './pack';

export interface MakePorts extends PackPorts, Omit<ImagePorts, 'packing'> {
  readonly bundler: Bundler;
  readonly staging: Staging;
  readonly processes: Processes;
  readonly report: Report;
  readonly clock: Clock;
  readonly once: Once;
  /** Ends the programs that run for it; absent where nothing does. */
  readonly stop?: AbortSignal;
}
