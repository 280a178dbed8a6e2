/**
 * DescribeRegistry: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRegistry.html
 * @stored
 */
import type {
  DescribeRegistryRequest,
  DescribeRegistryResponse,
  ReplicationConfiguration,
} from '@aws-sdk/client-ecr';
import type { Action } from '../../world';

export const describeRegistry: Action<DescribeRegistryRequest, DescribeRegistryResponse> = ({
  account,
  registry,
}) => {
  const kept = registry.settings.get('ReplicationConfiguration') as ReplicationConfiguration | undefined;
  return { registryId: account, replicationConfiguration: kept ?? { rules: [] } };
};
