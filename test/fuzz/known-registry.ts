/** What is known of ECR. */
import { built, ociType, sha256 } from '../local/registry';
import { account, type Known, policy, statement, tags } from './known-stores';

const { text, config } = built();
const index = JSON.stringify({
  schemaVersion: 2,
  manifests: [{ digest: sha256(text), mediaType: ociType, size: 1 }],
});
const rule = (tagStatus: string, rest: object): object => ({
  rulePriority: 1,
  selection: { tagStatus, countType: 'imageCountMoreThan', countNumber: 1, ...rest },
  action: { type: 'expire' },
});

export const layers: readonly string[] = [config, 'a layer'];
export const repositories = ['shop/orders', 'base'] as const;

export const ofRegistry: Known = {
  repositoryName: repositories,
  'CreateRepository.repositoryName': [...repositories, 'spare', 'a/../b', '__proto__'],
  'DeleteRepository.repositoryName': ['spare', 'base'],
  repositoryNames: [['base'], ['shop/orders']],
  registryId: [account],
  registryIds: [[account]],
  imageTag: ['v1', 'v2'],
  imageDigest: [sha256(text), sha256('x')],
  imageManifest: [text, text, index, '{"schemaVersion":2,"config":1}', '[]'],
  imageManifestMediaType: [ociType],
  layerDigest: [sha256(config), sha256('x')],
  layerDigests: [[sha256(config)], [sha256('a')], [sha256('x'), 'y']],
  partFirstByte: [0, 1],
  partLastByte: [0],
  layerPartBlob: ['YQ=='],
  maxResults: [1, 10],
  imageTagMutability: ['MUTABLE', 'IMMUTABLE', 'MUTABLE_WITH_EXCLUSION'],
  filter: [`${'*a'.repeat(60)}*b`, 'v*'],
  filterType: ['WILDCARD'],
  tagStatus: ['ANY', 'TAGGED', 'UNTAGGED'],
  imageStatus: ['ACTIVE', 'ANY'],
  lifecyclePolicyText: [
    JSON.stringify({ rules: [rule('any', {})] }),
    JSON.stringify({ rules: [rule('tagged', { tagPatternList: ['*a*'.repeat(40)] })] }),
    '{"rules":[null]}',
    '[',
  ],
  policyText: [policy({ ...statement, Principal: '*' }), '{"Statement":null}', '[]', '{'],
  resourceArn: repositories.map((name) => `arn:aws:ecr:eu-west-1:${account}:repository/${name}`),
  tags,
  tagKeys: [['a']],
  scanType: ['BASIC'],
  encryptionType: ['AES256', 'KMS'],
  prefix: ['team', 'ROOT', '__proto__'],
  prefixes: [['team']],
  appliedFor: [['CREATE_ON_PUSH']],
  name: ['BLOB_MOUNTING', '__proto__'],
  value: ['ENABLED', 'DISABLED'],
};
