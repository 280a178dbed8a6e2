/** Every command by its name. Each is loaded when it runs, and no other with it. */
import type { Command } from '@oclif/core';

type Load = () => { readonly default: Command.Class };

export const commands: Readonly<Record<string, Load>> = {
  abort: () => require('../abort'),
  approve: () => require('../approve'),
  attach: () => require('../attach'),
  bootstrap: () => require('../bootstrap'),
  build: () => require('../build'),
  completion: () => require('../completion'),
  config: () => require('../config'),
  deploy: () => require('../deploy'),
  destroy: () => require('../destroy'),
  doctor: () => require('../doctor'),
  help: () => require('../help'),
  history: () => require('../history'),
  init: () => require('../init'),
  local: () => require('../local'),
  pause: () => require('../pause'),
  plan: () => require('../plan'),
  promote: () => require('../promote'),
  resume: () => require('../resume'),
  rollback: () => require('../rollback'),
  status: () => require('../status'),
  validate: () => require('../validate'),
  verify: () => require('../verify'),
};
