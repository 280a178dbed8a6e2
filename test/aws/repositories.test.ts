/** Repositories of ECR, by the real SDK against the local AWS. */
import { GetRepositoryPolicyCommand, SetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import { withPull } from '../../src/aws/pull-policy';
import { seedFindings } from '../../src/local/registry/scans';
import { Pusher } from '../local/registry';
import { onLocal } from './local';

const open = onLocal();
const run = <T>(work: Promise<T>): Promise<T> => open().local.clock.runUntil(work);

async function made(name = 'orders/api') {
  const { repositories } = open().aws;
  return { repositories, repository: await run(repositories.create(name, { team: 'shop' })) };
}

const policyOf = async (repositoryName: string) => {
  const { policyText = '{}' } = await open().local.ecr.send(
    new GetRepositoryPolicyCommand({ repositoryName }),
  );
  return JSON.parse(policyText);
};

describe('repositories', () => {
  it('are found by name and by ARN, once they are made', async () => {
    const { repositories } = open().aws;
    expect(await run(repositories.find('orders/api'))).toBeNull();
    const { repository } = await made();
    expect(repository).toMatchObject({ name: 'orders/api', region: 'eu-west-1' });
    expect(await run(repositories.find('orders/api'))).toEqual(repository);
    expect(await run(repositories.find(repository.arn))).toEqual(repository);
    await expect(made()).rejects.toMatchObject({ code: 'alreadyExists' });
    await expect(run(repositories.find('Orders'))).rejects.toMatchObject({ code: 'invalid' });
  });

  it('let Lambda pull, and keep what else their policy says', async () => {
    const { repositories, repository } = await made();
    const Statement = [{ Sid: 'Theirs', Effect: 'Allow', Principal: '*', Action: 'ecr:ListImages' }];
    const policyText = JSON.stringify({ Version: '2012-10-17', Statement });
    await open().local.ecr.send(new SetRepositoryPolicyCommand({ repositoryName: 'orders/api', policyText }));
    await run(repositories.letLambdaPull(repository));
    const policy = await policyOf('orders/api');
    expect(policy.Statement).toMatchObject([
      { Sid: 'Theirs' },
      {
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      },
    ]);
    await run(repositories.letLambdaPull(repository));
    expect(await policyOf('orders/api')).toEqual(policy);
  });

  it('list their images, what scans found in them, and lose those that are removed', async () => {
    const { repositories, repository } = await made();
    const findings = [{ name: 'CVE-1', severity: 'HIGH', description: 'zlib' }];
    seedFindings(open().local.world, [{ repositoryName: 'orders/api', findings }]);
    const digest = await (await Pusher.of(open().local)).image('orders/api', 'v1', {});
    expect(await run(repositories.images(repository))).toMatchObject([{ digest, tags: ['v1'] }]);
    expect(await run(repositories.findings(repository, digest))).toBeNull();
    await open().local.clock.advance(20_000);
    expect(await run(repositories.findings(repository, digest))).toEqual({
      status: 'COMPLETE',
      found: [{ name: 'CVE-1', severity: 'HIGH', about: 'zlib' }],
    });
    await run(repositories.remove(repository, [digest, `sha256:${'0'.repeat(64)}`]));
    expect(await run(repositories.images(repository))).toEqual([]);
  });
});

describe('the policy of another account', () => {
  const there = { account: '210987654321', region: 'eu-west-1', isElsewhere: true };

  it('names its functions and itself, once for each account and region', () => {
    const text = withPull(null, there) ?? '';
    expect(JSON.parse(text).Statement).toMatchObject([
      { Condition: { StringLike: { 'aws:sourceArn': 'arn:aws:lambda:eu-west-1:210987654321:function:*' } } },
      { Principal: { AWS: 'arn:aws:iam::210987654321:root' } },
    ]);
    expect(withPull(text, there)).toBeNull();
    expect(JSON.parse(withPull(text, { ...there, region: 'eu-west-2' }) ?? '').Statement).toHaveLength(4);
    expect(() => withPull('nonsense', there)).toThrow('no JSON object');
  });
});
