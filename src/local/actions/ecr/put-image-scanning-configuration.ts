/**
 * PutImageScanningConfiguration: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImageScanningConfiguration.html
 * @emulated
 */
import type {
  PutImageScanningConfigurationRequest,
  PutImageScanningConfigurationResponse,
} from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { findRepository } from '../../registry/find';
import type { Action } from '../../world';

export const putImageScanningConfiguration: Action<
  PutImageScanningConfigurationRequest,
  PutImageScanningConfigurationResponse
> = (world, input) => {
  const repository = findRepository(world, input);
  const { scanOnPush = false } = given('imageScanningConfiguration', input.imageScanningConfiguration);
  repository.scanOnPush = scanOnPush;
  return {
    registryId: world.account,
    repositoryName: repository.name,
    imageScanningConfiguration: { scanOnPush },
  };
};
