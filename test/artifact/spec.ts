import type { FunctionSpec } from '../../src/config/project';
import type { FunctionConfig } from '../../src/core/function';

/** A function whose code is at that absolute path. */
export const specOf = (code: string, config: Partial<FunctionConfig> = {}): FunctionSpec => ({
  key: 'api',
  name: 'orders-api',
  alias: 'live',
  code,
  config,
  alarms: [],
  testEvents: [],
  rollout: null,
  where: { code: 'lambda.config.yaml:11:11' },
});
