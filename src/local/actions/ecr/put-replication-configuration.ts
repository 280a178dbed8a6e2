/**
 * PutReplicationConfiguration: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutReplicationConfiguration.html
 * @stored Nothing is replicated.
 */
import type {
  PutReplicationConfigurationRequest,
  PutReplicationConfigurationResponse,
} from '@aws-sdk/client-ecr';
import { checkCount, given } from '../../registry/checks';
import type { Action } from '../../world';

export const putReplicationConfiguration: Action<
  PutReplicationConfigurationRequest,
  PutReplicationConfigurationResponse
> = ({ registry }, input) => {
  const configuration = given('replicationConfiguration', input.replicationConfiguration);
  checkCount('rules', given('rules', configuration.rules), [0, 10]);
  registry.settings.set('ReplicationConfiguration', configuration);
  return { replicationConfiguration: configuration };
};
