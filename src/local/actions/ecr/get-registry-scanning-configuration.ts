/**
 * GetRegistryScanningConfiguration: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetRegistryScanningConfiguration.html
 * @stored
 */
import type {
  GetRegistryScanningConfigurationRequest,
  GetRegistryScanningConfigurationResponse,
  RegistryScanningConfiguration,
} from '@aws-sdk/client-ecr';
import type { Action } from '../../world';

export const getRegistryScanningConfiguration: Action<
  GetRegistryScanningConfigurationRequest,
  GetRegistryScanningConfigurationResponse
> = ({ account, registry }) => {
  const kept = registry.settings.get('RegistryScanningConfiguration') as
    | RegistryScanningConfiguration
    | undefined;
  return { registryId: account, scanningConfiguration: kept ?? { scanType: 'BASIC', rules: [] } };
};
