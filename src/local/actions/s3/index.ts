/** Every S3 operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { abortMultipartUpload } from './abort-multipart-upload';
import { completeMultipartUpload } from './complete-multipart-upload';
import { copyObject } from './copy-object';
import { createBucket } from './create-bucket';
import { createMultipartUpload } from './create-multipart-upload';
import { deleteBucket } from './delete-bucket';
import { deleteBucketEncryption } from './delete-bucket-encryption';
import { deleteBucketLifecycle } from './delete-bucket-lifecycle';
import { deleteBucketPolicy } from './delete-bucket-policy';
import { deleteBucketTagging } from './delete-bucket-tagging';
import { deleteObject } from './delete-object';
import { deleteObjectTagging } from './delete-object-tagging';
import { deleteObjects } from './delete-objects';
import { deletePublicAccessBlock } from './delete-public-access-block';
import { getBucketEncryption } from './get-bucket-encryption';
import { getBucketLifecycleConfiguration } from './get-bucket-lifecycle-configuration';
import { getBucketLocation } from './get-bucket-location';
import { getBucketPolicy } from './get-bucket-policy';
import { getBucketTagging } from './get-bucket-tagging';
import { getBucketVersioning } from './get-bucket-versioning';
import { getObject } from './get-object';
import { getObjectAttributes } from './get-object-attributes';
import { getObjectTagging } from './get-object-tagging';
import { getPublicAccessBlock } from './get-public-access-block';
import { headBucket } from './head-bucket';
import { headObject } from './head-object';
import { listBuckets } from './list-buckets';
import { listMultipartUploads } from './list-multipart-uploads';
import { listObjectVersions } from './list-object-versions';
import { listObjects } from './list-objects';
import { listObjectsV2 } from './list-objects-v2';
import { listParts } from './list-parts';
import { putBucketEncryption } from './put-bucket-encryption';
import { putBucketLifecycleConfiguration } from './put-bucket-lifecycle-configuration';
import { putBucketPolicy } from './put-bucket-policy';
import { putBucketTagging } from './put-bucket-tagging';
import { putBucketVersioning } from './put-bucket-versioning';
import { putObject } from './put-object';
import { putObjectTagging } from './put-object-tagging';
import { putPublicAccessBlock } from './put-public-access-block';
import { uploadPart } from './upload-part';
import { uploadPartCopy } from './upload-part-copy';

export const s3Actions = {
  AbortMultipartUpload: abortMultipartUpload,
  CompleteMultipartUpload: completeMultipartUpload,
  CopyObject: copyObject,
  CreateBucket: createBucket,
  CreateMultipartUpload: createMultipartUpload,
  DeleteBucket: deleteBucket,
  DeleteBucketEncryption: deleteBucketEncryption,
  DeleteBucketLifecycle: deleteBucketLifecycle,
  DeleteBucketPolicy: deleteBucketPolicy,
  DeleteBucketTagging: deleteBucketTagging,
  DeleteObject: deleteObject,
  DeleteObjectTagging: deleteObjectTagging,
  DeleteObjects: deleteObjects,
  DeletePublicAccessBlock: deletePublicAccessBlock,
  GetBucketEncryption: getBucketEncryption,
  GetBucketLifecycleConfiguration: getBucketLifecycleConfiguration,
  GetBucketLocation: getBucketLocation,
  GetBucketPolicy: getBucketPolicy,
  GetBucketTagging: getBucketTagging,
  GetBucketVersioning: getBucketVersioning,
  GetObject: getObject,
  GetObjectAttributes: getObjectAttributes,
  GetObjectTagging: getObjectTagging,
  GetPublicAccessBlock: getPublicAccessBlock,
  HeadBucket: headBucket,
  HeadObject: headObject,
  ListBuckets: listBuckets,
  ListMultipartUploads: listMultipartUploads,
  ListObjectVersions: listObjectVersions,
  ListObjects: listObjects,
  ListObjectsV2: listObjectsV2,
  ListParts: listParts,
  PutBucketEncryption: putBucketEncryption,
  PutBucketLifecycleConfiguration: putBucketLifecycleConfiguration,
  PutBucketPolicy: putBucketPolicy,
  PutBucketTagging: putBucketTagging,
  PutBucketVersioning: putBucketVersioning,
  PutObject: putObject,
  PutObjectTagging: putObjectTagging,
  PutPublicAccessBlock: putPublicAccessBlock,
  UploadPart: uploadPart,
  UploadPartCopy: uploadPartCopy,
} satisfies { [operation: string]: Action<never, object> };
