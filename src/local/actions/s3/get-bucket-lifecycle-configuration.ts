/**
 * GetBucketLifecycleConfiguration: docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html
 * @stored
 */
import type {
  GetBucketLifecycleConfigurationOutput,
  GetBucketLifecycleConfigurationRequest,
  LifecycleRule,
} from '@aws-sdk/client-s3';
import { getConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const getBucketLifecycleConfiguration: Action<
  GetBucketLifecycleConfigurationRequest,
  GetBucketLifecycleConfigurationOutput
> = (world, input) => ({
  Rules: getConfiguration<LifecycleRule[]>(world, input, 'lifecycle').map(dated),
});

/** Times come back as texts when a world is opened again. */
function dated(rule: LifecycleRule): LifecycleRule {
  const { Expiration, Transitions } = rule;
  return {
    ...rule,
    ...(Expiration ? { Expiration: withDate(Expiration) } : {}),
    ...(Transitions ? { Transitions: Transitions.map(withDate) } : {}),
  };
}

const withDate = <T extends { Date?: Date | undefined }>(part: T): T =>
  part.Date ? { ...part, Date: new globalThis.Date(part.Date) } : part;
