import type { FunctionConfig } from '../../../src/core/function';
import { preflight, refusalOf } from '../../../src/plan/preflight';
import type { Fakes } from '../../fakes';
import { someConfig } from '../../fakes/functions';
import { noOptions, passes, refusedBy, titles } from '../checking';
import { noChoice, planScene, spec, world } from '../scene';

const durable = { executionTimeoutS: 60, retentionPeriod: null, kmsKey: null };
const capacityProvider = {
  arn: 'arn:aws:lambda:eu-west-1:123456789012:capacity-provider:big',
  maxConcurrency: null,
  memoryGiBPerVCpu: null,
};

/** $LATEST and what is served have it already. */
const having = (change: Partial<FunctionConfig>) => (fakes: Fakes) => {
  const config = { ...someConfig, ...change };
  fakes.functions.seed('orders-api', [{ config }]);
};

describe('what Lambda takes only when it makes a function', () => {
  it.each<[string, Partial<FunctionConfig>, string]>([
    ['tenancy', { tenancy: 'PER_TENANT' }, '+ tenancy PER_TENANT'],
    ['durable', { durable }, '+ durable.executionTimeoutS 60'],
  ])('is refused for one that is there: %s', async (key, config, line) => {
    const where = { [key]: 'lambda.config.yaml:12:5' };
    const [title, problems] = await refusedBy({ spec: { config, where } });
    expect(title).toBe(titles.creation);
    expect(problems[0]).toContain(
      `lambda.config.yaml:12:5: ${line}: Lambda takes this only when it makes a function: give it another \`name\``,
    );
    expect(problems[0]).toContain('shipit destroy api');
  });

  it('is refused for a function of a zip that shall become an image', async () => {
    const uri = `1.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:${'a'.repeat(64)}`;
    const image = { kind: 'there', uri } as const;
    const [title, [problem]] = await refusedBy({ spec: { image, code: null } });
    expect(title).toBe(titles.creation);
    expect(problem).toContain('api: ~ packageType Zip -> Image: Lambda takes this only');
  });

  it('is refused for a function of an image that shall become a zip', async () => {
    const [title, [problem]] = await refusedBy({ prepare: having({ packageType: 'Image' }) });
    expect(title).toBe(titles.creation);
    expect(problem).toContain('~ packageType Image -> Zip');
  });

  it('may be said of one that has it, and of one that is not there yet', async () => {
    await passes({ prepare: having({ tenancy: 'PER_TENANT' }), spec: { config: { tenancy: 'PER_TENANT' } } });
    const specs = [spec({ config: { ...someConfig, tenancy: 'PER_TENANT', durable } })];
    const scene = { fakes: world(), specs, rollouts: {}, choice: noChoice, gated: true, code: 'one' };
    expect(refusalOf(await preflight(scene.fakes, await planScene(scene), noOptions))).toBeNull();
  });
});

describe('what Lambda never takes away', () => {
  it.each<[string, Partial<FunctionConfig>]>([
    ['durable', { durable }],
    ['capacityProvider', { capacityProvider }],
  ])('is refused: %s', async (key, has) => {
    const [title, problems] = await refusedBy({ prepare: having(has), spec: { config: { [key]: null } } });
    expect(title).toBe(titles.creation);
    for (const problem of problems) expect(problem).toContain('Lambda never takes this away');
  });

  it('may be changed', async () => {
    const longer = { ...durable, executionTimeoutS: 120 };
    await passes({ prepare: having({ durable }), spec: { config: { durable: longer } } });
    const other = { ...capacityProvider, maxConcurrency: 5 };
    await passes({ prepare: having({ capacityProvider }), spec: { config: { capacityProvider: other } } });
  });

  it('may stay where the file does not name it', () =>
    passes({ prepare: having({ durable, capacityProvider }) }));
});
