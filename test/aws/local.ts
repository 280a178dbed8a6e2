/** The adapters over a whole local AWS, on its clock. */

import type { Aws, AwsOptions } from '../../src/aws/clients';
import { zipOfBytes } from '../../src/core/code';
import { awsDefaults, type FunctionConfig, type LiveFunction } from '../../src/core/function';
import type { NewFunction } from '../../src/core/lambda';
import { type LocalAws, type LocalOptions, openLocalAws } from '../local/world';
import { codeOf } from '../local/zip';
import { awsAt } from './server';

export const role = 'arn:aws:iam::123456789012:role/orders';

export const plainConfig: FunctionConfig = {
  ...awsDefaults,
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  role,
};

const newFunction = (change: Partial<NewFunction> = {}): NewFunction => ({
  config: plainConfig,
  code: { zip: zipOfBytes(codeOf('one')) },
  tags: {},
  codeSigning: null,
  ...change,
});

export class Stage {
  constructor(
    readonly local: LocalAws,
    readonly aws: Aws,
  ) {}

  /** Others over the same world. */
  with(changes: Partial<AwsOptions>): Aws {
    const { clock } = this.local;
    return awsAt(this.local.served.endpoint, { clock, ...changes }).aws;
  }

  /** Once Lambda is done with what was asked of it. */
  async settled(functionName: string): Promise<LiveFunction> {
    await this.local.clock.advance(10_000);
    const live = await this.aws.functions.look(functionName);
    if (!live) throw new Error(`there is no ${functionName}`);
    return live;
  }

  async create(functionName: string, change: Partial<NewFunction> = {}): Promise<LiveFunction> {
    await this.aws.functions.create(functionName, newFunction(change));
    return this.settled(functionName);
  }

  /** Sets these keys of its configuration. */
  async set(functionName: string, change: Partial<FunctionConfig>): Promise<LiveFunction> {
    const before = await this.settled(functionName);
    const keys = Object.keys(change) as (keyof FunctionConfig)[];
    const wanted = { config: { ...before.config, ...change }, keys };
    await this.aws.functions.update(functionName, wanted, before.revisionId);
    return this.settled(functionName);
  }
}

/** Opens one a test, and closes it behind. */
export function onLocal(options: LocalOptions = {}): () => Stage {
  let stage: Stage | null = null;
  beforeEach(async () => {
    const local = await openLocalAws(options);
    const { aws } = awsAt(local.served.endpoint, { clock: local.clock });
    stage = new Stage(local, aws);
  });
  afterEach(async () => {
    await stage?.local.close();
    stage = null;
  });
  return () => {
    if (!stage) throw new Error('no test is running');
    return stage;
  };
}
