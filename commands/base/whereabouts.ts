import type { Whereabouts } from '../../src/core/told';
import { type AwsFlags, sessionRequest } from './typed';

/** The flags that say which file, and where, for whoever means the same release later on. */
export function whereabouts(flags: AwsFlags): Whereabouts {
  const { local, ...file } = sessionRequest(flags);
  return { ...file, local: local && { port: local.port } };
}
