/** Every ECR operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { batchCheckLayerAvailability } from './batch-check-layer-availability';
import { batchDeleteImage } from './batch-delete-image';
import { batchGetImage } from './batch-get-image';
import { batchGetRepositoryScanningConfiguration } from './batch-get-repository-scanning-configuration';
import { completeLayerUpload } from './complete-layer-upload';
import { createRepository } from './create-repository';
import { createRepositoryCreationTemplate } from './create-repository-creation-template';
import { deleteLifecyclePolicy } from './delete-lifecycle-policy';
import { deleteRegistryPolicy } from './delete-registry-policy';
import { deleteRepository } from './delete-repository';
import { deleteRepositoryCreationTemplate } from './delete-repository-creation-template';
import { deleteRepositoryPolicy } from './delete-repository-policy';
import { describeImageScanFindings } from './describe-image-scan-findings';
import { describeImages } from './describe-images';
import { describeRegistry } from './describe-registry';
import { describeRepositories } from './describe-repositories';
import { describeRepositoryCreationTemplates } from './describe-repository-creation-templates';
import { getAccountSetting } from './get-account-setting';
import { getAuthorizationToken } from './get-authorization-token';
import { getDownloadUrlForLayer } from './get-download-url-for-layer';
import { getLifecyclePolicy } from './get-lifecycle-policy';
import { getLifecyclePolicyPreview } from './get-lifecycle-policy-preview';
import { getRegistryPolicy } from './get-registry-policy';
import { getRegistryScanningConfiguration } from './get-registry-scanning-configuration';
import { getRepositoryPolicy } from './get-repository-policy';
import { initiateLayerUpload } from './initiate-layer-upload';
import { listImageReferrers } from './list-image-referrers';
import { listImages } from './list-images';
import { listTagsForResource } from './list-tags-for-resource';
import { putAccountSetting } from './put-account-setting';
import { putImage } from './put-image';
import { putImageScanningConfiguration } from './put-image-scanning-configuration';
import { putImageTagMutability } from './put-image-tag-mutability';
import { putLifecyclePolicy } from './put-lifecycle-policy';
import { putRegistryPolicy } from './put-registry-policy';
import { putRegistryScanningConfiguration } from './put-registry-scanning-configuration';
import { putReplicationConfiguration } from './put-replication-configuration';
import { setRepositoryPolicy } from './set-repository-policy';
import { startImageScan } from './start-image-scan';
import { startLifecyclePolicyPreview } from './start-lifecycle-policy-preview';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';
import { updateRepositoryCreationTemplate } from './update-repository-creation-template';
import { uploadLayerPart } from './upload-layer-part';

export const ecrActions = {
  BatchCheckLayerAvailability: batchCheckLayerAvailability,
  BatchDeleteImage: batchDeleteImage,
  BatchGetImage: batchGetImage,
  BatchGetRepositoryScanningConfiguration: batchGetRepositoryScanningConfiguration,
  CompleteLayerUpload: completeLayerUpload,
  CreateRepository: createRepository,
  CreateRepositoryCreationTemplate: createRepositoryCreationTemplate,
  DeleteLifecyclePolicy: deleteLifecyclePolicy,
  DeleteRegistryPolicy: deleteRegistryPolicy,
  DeleteRepository: deleteRepository,
  DeleteRepositoryCreationTemplate: deleteRepositoryCreationTemplate,
  DeleteRepositoryPolicy: deleteRepositoryPolicy,
  DescribeImageScanFindings: describeImageScanFindings,
  DescribeImages: describeImages,
  DescribeRegistry: describeRegistry,
  DescribeRepositories: describeRepositories,
  DescribeRepositoryCreationTemplates: describeRepositoryCreationTemplates,
  GetAccountSetting: getAccountSetting,
  GetAuthorizationToken: getAuthorizationToken,
  GetDownloadUrlForLayer: getDownloadUrlForLayer,
  GetLifecyclePolicy: getLifecyclePolicy,
  GetLifecyclePolicyPreview: getLifecyclePolicyPreview,
  GetRegistryPolicy: getRegistryPolicy,
  GetRegistryScanningConfiguration: getRegistryScanningConfiguration,
  GetRepositoryPolicy: getRepositoryPolicy,
  InitiateLayerUpload: initiateLayerUpload,
  ListImageReferrers: listImageReferrers,
  ListImages: listImages,
  ListTagsForResource: listTagsForResource,
  PutAccountSetting: putAccountSetting,
  PutImage: putImage,
  PutImageScanningConfiguration: putImageScanningConfiguration,
  PutImageTagMutability: putImageTagMutability,
  PutLifecyclePolicy: putLifecyclePolicy,
  PutRegistryPolicy: putRegistryPolicy,
  PutRegistryScanningConfiguration: putRegistryScanningConfiguration,
  PutReplicationConfiguration: putReplicationConfiguration,
  SetRepositoryPolicy: setRepositoryPolicy,
  StartImageScan: startImageScan,
  StartLifecyclePolicyPreview: startLifecyclePolicyPreview,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateRepositoryCreationTemplate: updateRepositoryCreationTemplate,
  UploadLayerPart: uploadLayerPart,
} satisfies { [operation: string]: Action<never, object> };
