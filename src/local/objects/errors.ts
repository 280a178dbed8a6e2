/** What S3 answers when it refuses (docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html). */
import { AwsError } from '../errors';

type Members = Readonly<{ [member: string]: string }>;

const refused = ([name, status]: readonly [string, number], message: string, members?: Members): AwsError =>
  new AwsError(name, status, members ? { message, members } : message);

/** What is named is not there. */
export const missing = {
  bucket: (name: string): AwsError =>
    refused(['NoSuchBucket', 404], 'The specified bucket does not exist', { BucketName: name }),
  key: (key: string): AwsError =>
    refused(['NoSuchKey', 404], 'The specified key does not exist.', { Key: key }),
  version: (key: string, versionId: string): AwsError =>
    refused(['NoSuchVersion', 404], 'The specified version does not exist.', {
      Key: key,
      VersionId: versionId,
    }),
  upload: (uploadId: string): AwsError =>
    refused(
      ['NoSuchUpload', 404],
      'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
      { UploadId: uploadId },
    ),
};

export const refusal = {
  refused,
  argument: (message: string, members?: Members): AwsError =>
    refused(['InvalidArgument', 400], message, members),
  request: (message: string): AwsError => refused(['InvalidRequest', 400], message),
  malformed: (): AwsError =>
    refused(
      ['MalformedXML', 400],
      'The XML you provided was not well-formed or did not validate against our published schema',
    ),
  denied: (): AwsError => refused(['AccessDenied', 403], 'Access Denied'),
  badDigest: (what: string): AwsError =>
    refused(['BadDigest', 400], `The ${what} you specified did not match the calculated checksum.`),
  absent: (): AwsError =>
    refused(['NotImplemented', 501], 'A header you provided implies functionality that is not implemented'),
  /** `condition` is the header that did not hold. */
  precondition: (condition: string): AwsError =>
    refused(['PreconditionFailed', 412], 'At least one of the pre-conditions you specified did not hold', {
      Condition: condition,
    }),
};
