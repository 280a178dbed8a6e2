/** ARNs of groups and streams. */
import type { World } from '../world';

type Place = Pick<World, 'account' | 'region'>;

export const groupArn = ({ account, region }: Place, name: string): string =>
  `arn:aws:logs:${region}:${account}:log-group:${name}`;

export const streamArn = (place: Place, group: string, stream: string): string =>
  `${groupArn(place, group)}:log-stream:${stream}`;
