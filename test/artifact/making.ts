import type { MakePorts } from '../../src/artifact/make-ports';
import { Once } from '../../src/artifact/once';
import { FakeClock } from '../clock';
import { fakePorts } from '../fakes';

/** What code is made with, fakes but for what a test brings. */
export const making = <P extends Partial<MakePorts>>(own: P) => ({
  ...fakePorts(new FakeClock(0)),
  once: new Once(),
  ...own,
});
