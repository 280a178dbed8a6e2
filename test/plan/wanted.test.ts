import type { FunctionSpec } from '../../src/config/project';
import type { FunctionConfig } from '../../src/core/function';
import { Secret } from '../../src/core/secret';
import { planLayer } from '../../src/plan/layers';
import { lookDeeply } from '../../src/plan/look';
import { isAtRest, isServed } from '../../src/plan/served';
import { identityOf, wantedOf } from '../../src/plan/wanted';
import { publishLayer } from '../../src/release/layers';
import { digestOf, someConfig } from '../fakes/functions';
import { contentOf } from '../forms';
import { artifact, ground, layerSpec, live, seed, spec, version, world } from './scene';

/** What is live has this configuration, and $LATEST is the same. */
async function served(config: Partial<FunctionConfig>) {
  const fakes = world();
  seed(fakes, [version('one', config)], '');
  return lookDeeply(fakes, live);
}

const asks = (change: Partial<FunctionSpec>) => ({ spec: spec(change), digest: digestOf('one') });

describe('what AWS does not tell apart', () => {
  const vpc = { subnetIds: ['subnet-1', 'subnet-2'], securityGroupIds: ['sg-1', 'sg-2'], ipv6: false };

  it.each<[string, Partial<FunctionConfig>, Partial<FunctionConfig>]>([
    [
      'networks in another order',
      { vpc },
      { vpc: { ...vpc, subnetIds: ['subnet-2', 'subnet-1'], securityGroupIds: ['sg-2', 'sg-1'] } },
    ],
    ['the log group that it has anyway', {}, { logGroup: '/aws/lambda/orders-api' }],
    [
      'the log level that it has anyway',
      { logFormat: 'JSON' },
      { logFormat: 'JSON', applicationLogLevel: 'INFO' },
    ],
    [
      'the days that it keeps durable executions anyway',
      { durable: { executionTimeoutS: 60, retentionPeriod: null, kmsKey: null } },
      { durable: { executionTimeoutS: 60, retentionPeriod: 14, kmsKey: null } },
    ],
    [
      'an image that is run as it is',
      {},
      { imageConfig: { entryPoint: [], command: [], workingDirectory: null } },
    ],
    ['a secret', { environment: { TOKEN: 'x' } }, { environment: { TOKEN: new Secret('x') } }],
  ])('is no change: %s', async (_, has, config) => {
    const seen = await served(has);
    expect(isServed(asks({ config }), seen)).toBe(true);
    if (!seen.serving || !seen.latest) throw new Error('nobody looked');
    expect(isAtRest(asks({ config }), seen.serving, seen.latest)).toBe(true);
  });

  it('is a change of the first order: layers in another one', async () => {
    const layers = ['arn:one', 'arn:two'];
    const seen = await served({ layers });
    expect(isServed(asks({ config: { layers } }), seen)).toBe(true);
    expect(isServed(asks({ config: { layers: [...layers].reverse() } }), seen)).toBe(false);
  });
});

describe('the version that publishing would make', () => {
  it('is what is declared over what stands in $LATEST, in the form of AWS', async () => {
    const seen = await served({ timeout: 9 });
    const config = { memorySize: 256, logGroup: '/aws/lambda/orders-api' };
    const wanted = wantedOf(asks({ config }), seen);
    expect(wanted.config).toMatchObject({ timeout: 9, memorySize: 256, logGroup: null });
  });

  it('has no description but a declared one: each version gets its own', async () => {
    const seen = await served({ description: 'shipit 1' });
    expect('description' in wantedOf(asks({}), seen).config).toBe(false);
    expect(wantedOf(asks({ config: { description: 'mine' } }), seen).config.description).toBe('mine');
  });

  it('is of a zip or of an image as the file says, whatever is there', async () => {
    const uri = `1.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:${'a'.repeat(64)}`;
    const image = { kind: 'there', uri } as const;
    expect(wantedOf(asks({ image, code: null }), await served({})).config.packageType).toBe('Image');
    expect(wantedOf(asks({}), await served({ packageType: 'Image' })).config.packageType).toBe('Zip');
  });
});

describe('how a version that was rolled back is known again', () => {
  it('is by the content of its own layers, not by their numbers', async () => {
    const { layers } = world();
    const plan = () =>
      planLayer(layers, { spec: layerSpec(), artifact: artifact('deps'), ground, signer: null });
    const before = await plan();
    await publishLayer(layers, before, contentOf(before.artifact));
    const after = await plan();
    const wanted = (arn: string) => ({ digest: digestOf('one'), config: { ...someConfig, layers: [arn] } });
    const identity = identityOf(wanted(`${before.layerArn}:new`), [before]);
    expect(identityOf(wanted(`${after.layerArn}:1`), [after])).toBe(identity);
    expect(identityOf(wanted(`${after.layerArn}:2`), [after])).not.toBe(identity);
  });
});
