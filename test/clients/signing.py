"""Profiles and jobs of AWS Signer, as boto3 drives them."""
import time


def drive(aws):
    made = aws.call('signer', 'PutSigningProfile', profileName='ours', platformId='AWSLambda-SHA384-ECDSA')
    aws.true(made['arn'].endswith('/signing-profiles/ours'), 'the ARN of a profile')
    aws.equal(aws.call('signer', 'GetSigningProfile', profileName='ours')['status'], 'Active', 'a profile')
    aws.equal([one['profileName'] for one in aws.call('signer', 'ListSigningProfiles')['profiles']], ['ours'], 'profiles')
    aws.call('s3', 'CreateBucket', Bucket='signed-code', CreateBucketConfiguration={'LocationConstraint': aws.region})
    aws.call('s3', 'PutBucketVersioning', Bucket='signed-code', VersioningConfiguration={'Status': 'Enabled'})
    version = aws.call('s3', 'PutObject', Bucket='signed-code', Key='code.zip', Body=empty)['VersionId']
    source = {'s3': {'bucketName': 'signed-code', 'key': 'code.zip', 'version': version}}
    where = {'s3': {'bucketName': 'signed-code', 'prefix': 'signed/'}}
    job = aws.call('signer', 'StartSigningJob', profileName='ours', source=source, destination=where, clientRequestToken='one')['jobId']
    aws.equal(ended(aws, job)['status'], 'Succeeded', 'a signing job')
    aws.refused('ResourceNotFoundException', 'signer', 'StartSigningJob', profileName='none', source=source, destination=where, clientRequestToken='two')
    aws.call('signer', 'CancelSigningProfile', profileName='ours')
    aws.equal(aws.call('signer', 'GetSigningProfile', profileName='ours')['status'], 'Canceled', 'a profile that is canceled')


# The end of a central directory with nothing in it.
empty = b'PK\x05\x06' + bytes(18)


def ended(aws, job):
    """A job takes two seconds."""
    for _ in range(50):
        found = aws.call('signer', 'DescribeSigningJob', jobId=job)
        if found['status'] != 'InProgress':
            break
        time.sleep(0.2)
    return found
