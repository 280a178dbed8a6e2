/**
 * DeleteObjects: docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
 * @emulated
 */
import type { _Error, DeletedObject, DeleteObjectsOutput, DeleteObjectsRequest } from '@aws-sdk/client-s3';
import { AwsError } from '../../errors';
import { insistOnWrite } from '../../objects/conditions';
import { refusal } from '../../objects/errors';
import { findBucket } from '../../objects/find';
import { insistOnKey } from '../../objects/names';
import { removeObject } from '../../objects/versions';
import type { Action, World } from '../../world';

const most = 1000;

export const deleteObjects: Action<DeleteObjectsRequest, DeleteObjectsOutput> = (world, input) => {
  findBucket(world, input);
  const { Objects: wanted = [], Quiet: quiet = false } = input.Delete ?? {};
  if (wanted.length === 0 || wanted.length > most) throw refusal.malformed();
  const deleted: DeletedObject[] = [];
  const errors: _Error[] = [];
  for (const object of wanted) {
    try {
      deleted.push(deleteOne(world, input, object));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      errors.push({ Key: object.Key ?? '', Code: error.name, Message: error.message });
    }
  }
  return {
    ...(deleted.length > 0 && !quiet ? { Deleted: deleted } : {}),
    ...(errors.length > 0 ? { Errors: errors } : {}),
  };
};

type Wanted = NonNullable<NonNullable<DeleteObjectsRequest['Delete']>['Objects']>[number];

function deleteOne(world: World, input: DeleteObjectsRequest, wanted: Wanted): DeletedObject {
  const bucket = findBucket(world, input);
  const key = insistOnKey(wanted.Key);
  insistOnWrite(bucket, key, { IfMatch: wanted.ETag });
  const { VersionId, DeleteMarker } = removeObject(world, bucket, { key, versionId: wanted.VersionId });
  if (wanted.VersionId !== undefined)
    return {
      Key: key,
      VersionId: wanted.VersionId,
      ...(DeleteMarker ? { DeleteMarker, DeleteMarkerVersionId: wanted.VersionId } : {}),
    };
  return { Key: key, ...(DeleteMarker ? { DeleteMarker, DeleteMarkerVersionId: VersionId } : {}) };
}
