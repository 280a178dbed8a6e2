/** Every Lambda operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { addPermission } from './add-permission';
import { createAlias } from './create-alias';
import { createEventSourceMapping } from './create-event-source-mapping';
import { createFunction } from './create-function';
import { createFunctionUrlConfig } from './create-function-url-config';
import { deleteAlias } from './delete-alias';
import { deleteEventSourceMapping } from './delete-event-source-mapping';
import { deleteFunction } from './delete-function';
import { deleteFunctionConcurrency } from './delete-function-concurrency';
import { deleteFunctionUrlConfig } from './delete-function-url-config';
import { deleteProvisionedConcurrencyConfig } from './delete-provisioned-concurrency-config';
import { getAlias } from './get-alias';
import { getEventSourceMapping } from './get-event-source-mapping';
import { getFunction } from './get-function';
import { getFunctionConcurrency } from './get-function-concurrency';
import { getFunctionConfiguration } from './get-function-configuration';
import { getFunctionUrlConfig } from './get-function-url-config';
import { getPolicy } from './get-policy';
import { getProvisionedConcurrencyConfig } from './get-provisioned-concurrency-config';
import { invoke } from './invoke';
import { listAliases } from './list-aliases';
import { listEventSourceMappings } from './list-event-source-mappings';
import { listFunctions } from './list-functions';
import { listProvisionedConcurrencyConfigs } from './list-provisioned-concurrency-configs';
import { listTags } from './list-tags';
import { listVersionsByFunction } from './list-versions-by-function';
import { publishVersion } from './publish-version';
import { putFunctionConcurrency } from './put-function-concurrency';
import { putProvisionedConcurrencyConfig } from './put-provisioned-concurrency-config';
import { removePermission } from './remove-permission';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';
import { updateAlias } from './update-alias';
import { updateFunctionCode } from './update-function-code';
import { updateFunctionConfiguration } from './update-function-configuration';

export const lambdaActions = {
  AddPermission: addPermission,
  CreateAlias: createAlias,
  CreateEventSourceMapping: createEventSourceMapping,
  CreateFunction: createFunction,
  CreateFunctionUrlConfig: createFunctionUrlConfig,
  DeleteAlias: deleteAlias,
  DeleteEventSourceMapping: deleteEventSourceMapping,
  DeleteFunction: deleteFunction,
  DeleteFunctionConcurrency: deleteFunctionConcurrency,
  DeleteFunctionUrlConfig: deleteFunctionUrlConfig,
  DeleteProvisionedConcurrencyConfig: deleteProvisionedConcurrencyConfig,
  GetAlias: getAlias,
  GetEventSourceMapping: getEventSourceMapping,
  GetFunction: getFunction,
  GetFunctionConcurrency: getFunctionConcurrency,
  GetFunctionConfiguration: getFunctionConfiguration,
  GetFunctionUrlConfig: getFunctionUrlConfig,
  GetPolicy: getPolicy,
  GetProvisionedConcurrencyConfig: getProvisionedConcurrencyConfig,
  Invoke: invoke,
  ListAliases: listAliases,
  ListEventSourceMappings: listEventSourceMappings,
  ListFunctions: listFunctions,
  ListProvisionedConcurrencyConfigs: listProvisionedConcurrencyConfigs,
  ListTags: listTags,
  ListVersionsByFunction: listVersionsByFunction,
  PublishVersion: publishVersion,
  PutFunctionConcurrency: putFunctionConcurrency,
  PutProvisionedConcurrencyConfig: putProvisionedConcurrencyConfig,
  RemovePermission: removePermission,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateAlias: updateAlias,
  UpdateFunctionCode: updateFunctionCode,
  UpdateFunctionConfiguration: updateFunctionConfiguration,
} satisfies { [operation: string]: Action<never, object> };
