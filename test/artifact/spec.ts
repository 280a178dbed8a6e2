import type { Artifact } from '../../src/artifact/artifact';
import type { FunctionSpec } from '../../src/config/project';
import type { FunctionConfig } from '../../src/core/function';
import { filesAt, unwatched } from '../forms';

/** What would be uploaded; an image has no zip. */
export function zipOf({ code }: Artifact): Promise<Uint8Array> {
  if (!('zip' in code)) throw new Error('it is an image');
  return code.zip.read();
}

/** A function whose code is at that absolute path. */
export const specOf = (code: string, config: Partial<FunctionConfig> = {}): FunctionSpec => ({
  key: 'api',
  name: 'orders-api',
  ...unwatched,
  alias: 'live',
  manage: 'all',
  code: filesAt(code),
  image: null,
  config,
  settings: {},
  role: null,
  alarms: [],
  testEvents: [],
  rollout: null,
  where: { code: 'lambda.config.yaml:11:11' },
});
