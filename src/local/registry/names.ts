/** What AWS calls a repository. */
import type { World } from '../world';

export const arnOf = ({ region, account }: Pick<World, 'region' | 'account'>, name: string): string =>
  `arn:aws:ecr:${region}:${account}:repository/${name}`;

/** As AWS calls it: whoever cannot reach that name reaches the registry where the world is served. */
export const uriOf = ({ region, account }: Pick<World, 'region' | 'account'>, name: string): string =>
  `${account}.dkr.ecr.${region}.amazonaws.com/${name}`;
