import { startOf as startOfMs } from '../../metrics/periods';

export { isPeriod } from '../../metrics/periods';

/** AWS rounds the start of a request down to the whole minute, or to the period when that is shorter. Epoch ms. */
export const startOf = (time: Date | undefined, period: number): number =>
  startOfMs(time?.getTime() ?? 0, period * 1000);
