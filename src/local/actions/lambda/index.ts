/** Every Lambda operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { addLayerVersionPermission } from './add-layer-version-permission';
import { addPermission } from './add-permission';
import { createAlias } from './create-alias';
import { createCapacityProvider } from './create-capacity-provider';
import { createCodeSigningConfig } from './create-code-signing-config';
import { createEventSourceMapping } from './create-event-source-mapping';
import { createFunction } from './create-function';
import { createFunctionUrlConfig } from './create-function-url-config';
import { deleteAlias } from './delete-alias';
import { deleteCapacityProvider } from './delete-capacity-provider';
import { deleteCodeSigningConfig } from './delete-code-signing-config';
import { deleteEventSourceMapping } from './delete-event-source-mapping';
import { deleteFunction } from './delete-function';
import { deleteFunctionCodeSigningConfig } from './delete-function-code-signing-config';
import { deleteFunctionConcurrency } from './delete-function-concurrency';
import { deleteFunctionEventInvokeConfig } from './delete-function-event-invoke-config';
import { deleteFunctionUrlConfig } from './delete-function-url-config';
import { deleteLayerVersion } from './delete-layer-version';
import { deleteProvisionedConcurrencyConfig } from './delete-provisioned-concurrency-config';
import { deleteResourcePolicy } from './delete-resource-policy';
import { getAccountSettings } from './get-account-settings';
import { getAlias } from './get-alias';
import { getCapacityProvider } from './get-capacity-provider';
import { getCodeSigningConfig } from './get-code-signing-config';
import { getEventSourceMapping } from './get-event-source-mapping';
import { getFunction } from './get-function';
import { getFunctionCodeSigningConfig } from './get-function-code-signing-config';
import { getFunctionConcurrency } from './get-function-concurrency';
import { getFunctionConfiguration } from './get-function-configuration';
import { getFunctionEventInvokeConfig } from './get-function-event-invoke-config';
import { getFunctionRecursionConfig } from './get-function-recursion-config';
import { getFunctionScalingConfig } from './get-function-scaling-config';
import { getFunctionUrlConfig } from './get-function-url-config';
import { getLayerVersion } from './get-layer-version';
import { getLayerVersionByArn } from './get-layer-version-by-arn';
import { getLayerVersionPolicy } from './get-layer-version-policy';
import { getPolicy } from './get-policy';
import { getProvisionedConcurrencyConfig } from './get-provisioned-concurrency-config';
import { getResourcePolicy } from './get-resource-policy';
import { getRuntimeManagementConfig } from './get-runtime-management-config';
import { invoke } from './invoke';
import { invokeAsync } from './invoke-async';
import { invokeWithResponseStream } from './invoke-with-response-stream';
import { listAliases } from './list-aliases';
import { listCapacityProviders } from './list-capacity-providers';
import { listCodeSigningConfigs } from './list-code-signing-configs';
import { listDurableExecutionsByFunction } from './list-durable-executions-by-function';
import { listEventSourceMappings } from './list-event-source-mappings';
import { listFunctionEventInvokeConfigs } from './list-function-event-invoke-configs';
import { listFunctionUrlConfigs } from './list-function-url-configs';
import { listFunctionVersionsByCapacityProvider } from './list-function-versions-by-capacity-provider';
import { listFunctions } from './list-functions';
import { listFunctionsByCodeSigningConfig } from './list-functions-by-code-signing-config';
import { listLayerVersions } from './list-layer-versions';
import { listLayers } from './list-layers';
import { listProvisionedConcurrencyConfigs } from './list-provisioned-concurrency-configs';
import { listTags } from './list-tags';
import { listVersionsByFunction } from './list-versions-by-function';
import { publishLayerVersion } from './publish-layer-version';
import { publishVersion } from './publish-version';
import { putFunctionCodeSigningConfig } from './put-function-code-signing-config';
import { putFunctionConcurrency } from './put-function-concurrency';
import { putFunctionEventInvokeConfig } from './put-function-event-invoke-config';
import { putFunctionRecursionConfig } from './put-function-recursion-config';
import { putFunctionScalingConfig } from './put-function-scaling-config';
import { putProvisionedConcurrencyConfig } from './put-provisioned-concurrency-config';
import { putResourcePolicy } from './put-resource-policy';
import { putRuntimeManagementConfig } from './put-runtime-management-config';
import { removeLayerVersionPermission } from './remove-layer-version-permission';
import { removePermission } from './remove-permission';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';
import { updateAlias } from './update-alias';
import { updateCapacityProvider } from './update-capacity-provider';
import { updateCodeSigningConfig } from './update-code-signing-config';
import { updateEventSourceMapping } from './update-event-source-mapping';
import { updateFunctionCode } from './update-function-code';
import { updateFunctionConfiguration } from './update-function-configuration';
import { updateFunctionEventInvokeConfig } from './update-function-event-invoke-config';
import { updateFunctionUrlConfig } from './update-function-url-config';

export const lambdaActions = {
  AddLayerVersionPermission: addLayerVersionPermission,
  AddPermission: addPermission,
  CreateAlias: createAlias,
  CreateCapacityProvider: createCapacityProvider,
  CreateCodeSigningConfig: createCodeSigningConfig,
  CreateEventSourceMapping: createEventSourceMapping,
  CreateFunction: createFunction,
  CreateFunctionUrlConfig: createFunctionUrlConfig,
  DeleteAlias: deleteAlias,
  DeleteCapacityProvider: deleteCapacityProvider,
  DeleteCodeSigningConfig: deleteCodeSigningConfig,
  DeleteEventSourceMapping: deleteEventSourceMapping,
  DeleteFunction: deleteFunction,
  DeleteFunctionCodeSigningConfig: deleteFunctionCodeSigningConfig,
  DeleteFunctionConcurrency: deleteFunctionConcurrency,
  DeleteFunctionEventInvokeConfig: deleteFunctionEventInvokeConfig,
  DeleteFunctionUrlConfig: deleteFunctionUrlConfig,
  DeleteLayerVersion: deleteLayerVersion,
  DeleteProvisionedConcurrencyConfig: deleteProvisionedConcurrencyConfig,
  DeleteResourcePolicy: deleteResourcePolicy,
  GetAccountSettings: getAccountSettings,
  GetAlias: getAlias,
  GetCapacityProvider: getCapacityProvider,
  GetCodeSigningConfig: getCodeSigningConfig,
  GetEventSourceMapping: getEventSourceMapping,
  GetFunction: getFunction,
  GetFunctionCodeSigningConfig: getFunctionCodeSigningConfig,
  GetFunctionConcurrency: getFunctionConcurrency,
  GetFunctionConfiguration: getFunctionConfiguration,
  GetFunctionEventInvokeConfig: getFunctionEventInvokeConfig,
  GetFunctionRecursionConfig: getFunctionRecursionConfig,
  GetFunctionScalingConfig: getFunctionScalingConfig,
  GetFunctionUrlConfig: getFunctionUrlConfig,
  GetLayerVersion: getLayerVersion,
  GetLayerVersionByArn: getLayerVersionByArn,
  GetLayerVersionPolicy: getLayerVersionPolicy,
  GetPolicy: getPolicy,
  GetProvisionedConcurrencyConfig: getProvisionedConcurrencyConfig,
  GetResourcePolicy: getResourcePolicy,
  GetRuntimeManagementConfig: getRuntimeManagementConfig,
  Invoke: invoke,
  InvokeAsync: invokeAsync,
  InvokeWithResponseStream: invokeWithResponseStream,
  ListAliases: listAliases,
  ListCapacityProviders: listCapacityProviders,
  ListCodeSigningConfigs: listCodeSigningConfigs,
  ListDurableExecutionsByFunction: listDurableExecutionsByFunction,
  ListEventSourceMappings: listEventSourceMappings,
  ListFunctionEventInvokeConfigs: listFunctionEventInvokeConfigs,
  ListFunctionVersionsByCapacityProvider: listFunctionVersionsByCapacityProvider,
  ListFunctions: listFunctions,
  ListFunctionUrlConfigs: listFunctionUrlConfigs,
  ListFunctionsByCodeSigningConfig: listFunctionsByCodeSigningConfig,
  ListLayerVersions: listLayerVersions,
  ListLayers: listLayers,
  ListProvisionedConcurrencyConfigs: listProvisionedConcurrencyConfigs,
  ListTags: listTags,
  ListVersionsByFunction: listVersionsByFunction,
  PublishLayerVersion: publishLayerVersion,
  PublishVersion: publishVersion,
  PutFunctionCodeSigningConfig: putFunctionCodeSigningConfig,
  PutFunctionConcurrency: putFunctionConcurrency,
  PutFunctionEventInvokeConfig: putFunctionEventInvokeConfig,
  PutFunctionRecursionConfig: putFunctionRecursionConfig,
  PutFunctionScalingConfig: putFunctionScalingConfig,
  PutProvisionedConcurrencyConfig: putProvisionedConcurrencyConfig,
  PutResourcePolicy: putResourcePolicy,
  PutRuntimeManagementConfig: putRuntimeManagementConfig,
  RemoveLayerVersionPermission: removeLayerVersionPermission,
  RemovePermission: removePermission,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateAlias: updateAlias,
  UpdateCapacityProvider: updateCapacityProvider,
  UpdateCodeSigningConfig: updateCodeSigningConfig,
  UpdateEventSourceMapping: updateEventSourceMapping,
  UpdateFunctionCode: updateFunctionCode,
  UpdateFunctionConfiguration: updateFunctionConfiguration,
  UpdateFunctionEventInvokeConfig: updateFunctionEventInvokeConfig,
  UpdateFunctionUrlConfig: updateFunctionUrlConfig,
} satisfies { [operation: string]: Action<never, object> };
