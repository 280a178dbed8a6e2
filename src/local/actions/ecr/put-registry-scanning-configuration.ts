/**
 * PutRegistryScanningConfiguration: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutRegistryScanningConfiguration.html
 * @stored Rules start no scans; those of repositories do.
 */
import type {
  PutRegistryScanningConfigurationRequest,
  PutRegistryScanningConfigurationResponse,
} from '@aws-sdk/client-ecr';
import { checkCount, checkText } from '../../registry/checks';
import type { Action } from '../../world';

export const putRegistryScanningConfiguration: Action<
  PutRegistryScanningConfigurationRequest,
  PutRegistryScanningConfigurationResponse
> = ({ registry }, { scanType = 'BASIC', rules = [] }) => {
  checkText('scanType', scanType, { values: ['BASIC', 'ENHANCED'] });
  checkCount('rules', rules, [0, 100]);
  const configuration = { scanType, rules };
  registry.settings.set('RegistryScanningConfiguration', configuration);
  return { registryScanningConfiguration: configuration };
};
