"""S3, IAM, STS, parameters, secrets and stacks, as boto3 drives them."""
import base64
import json
import os
import urllib.request

TRUST = json.dumps({'Version': '2012-10-17', 'Statement': [
    {'Effect': 'Allow', 'Principal': {'Service': 'lambda.amazonaws.com'}, 'Action': 'sts:AssumeRole'}]})
GITHUB = 'token.actions.githubusercontent.com'
GITHUB_TRUST = json.dumps({'Version': '2012-10-17', 'Statement': [
    {'Effect': 'Allow', 'Principal': {'Federated': f'arn:aws:iam::123456789012:oidc-provider/{GITHUB}'}, 'Action': 'sts:AssumeRoleWithWebIdentity',
     'Condition': {'StringEquals': {f'{GITHUB}:aud': 'sts.amazonaws.com', f'{GITHUB}:sub': 'repo:shop/orders'}}}]})
POLICY = json.dumps({'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*'}]})


def drive(aws):
    buckets(aws)
    objects(aws)
    parts(aws)
    bucket_settings(aws)
    roles(aws)
    tokens(aws)
    parameters(aws)
    secrets(aws)
    stacks(aws)


def buckets(aws):
    aws.call('s3', 'CreateBucket', Bucket='code', CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'})
    aws.clients['s3'].get_waiter('bucket_exists').wait(Bucket='code')
    aws.equal([bucket['Name'] for bucket in aws.call('s3', 'ListBuckets')['Buckets']], ['code'], 'buckets')
    aws.call('s3', 'GetBucketLocation', Bucket='code')
    aws.call('s3', 'PutBucketVersioning', Bucket='code', VersioningConfiguration={'Status': 'Enabled'})
    aws.equal(aws.call('s3', 'GetBucketVersioning', Bucket='code')['Status'], 'Enabled', 'versioning')
    aws.refused('NoSuchBucket', 's3', 'ListObjectsV2', Bucket='nobody')


def objects(aws):
    first = aws.call('s3', 'PutObject', Bucket='code', Key='a/one.zip', Body=b'one', Metadata={'sha': 'x'}, ContentType='application/zip')
    aws.call('s3', 'PutObject', Bucket='code', Key='a/one.zip', Body=b'two')
    got = aws.call('s3', 'GetObject', Bucket='code', Key='a/one.zip', VersionId=first['VersionId'])
    aws.equal((got['Body'].read(), got['Metadata']), (b'one', {'sha': 'x'}), 'an older version of an object')
    aws.equal(aws.call('s3', 'GetObject', Bucket='code', Key='a/one.zip', Range='bytes=1-2')['Body'].read(), b'wo', 'a range')
    aws.call('s3', 'HeadObject', Bucket='code', Key='a/one.zip')
    aws.call('s3', 'CopyObject', Bucket='code', Key='b/copy.zip', CopySource={'Bucket': 'code', 'Key': 'a/one.zip'})
    aws.call('s3', 'PutObjectTagging', Bucket='code', Key='b/copy.zip', Tagging={'TagSet': [{'Key': 'a', 'Value': 'b'}]})
    aws.call('s3', 'GetObjectTagging', Bucket='code', Key='b/copy.zip')
    aws.refused('PreconditionFailed', 's3', 'PutObject', Bucket='code', Key='a/one.zip', Body=b'x', IfNoneMatch='*')
    aws.refused('NoSuchKey', 's3', 'GetObject', Bucket='code', Key='nobody')
    listed = aws.call('s3', 'ListObjectsV2', Bucket='code', Delimiter='/')
    aws.equal([prefix['Prefix'] for prefix in listed['CommonPrefixes']], ['a/', 'b/'], 'folders of a bucket')
    list(aws.clients['s3'].get_paginator('list_objects_v2').paginate(Bucket='code', PaginationConfig={'PageSize': 1}))
    aws.call('s3', 'ListObjects', Bucket='code')
    aws.true(len(aws.call('s3', 'ListObjectVersions', Bucket='code')['Versions']) == 3, 'versions of objects')
    aws.call('s3', 'DeleteObject', Bucket='code', Key='b/copy.zip')
    aws.call('s3', 'DeleteObjects', Bucket='code', Delete={'Objects': [{'Key': 'b/copy.zip'}]})


def parts(aws):
    upload = aws.call('s3', 'CreateMultipartUpload', Bucket='code', Key='big.zip')['UploadId']
    large = b'x' * (5 * 1024 * 1024)
    where = {'Bucket': 'code', 'Key': 'big.zip', 'UploadId': upload}
    etags = [aws.call('s3', 'UploadPart', PartNumber=number, Body=body, **where)['ETag'] for number, body in ((1, large), (2, b'end'))]
    aws.equal(len(aws.call('s3', 'ListParts', **where)['Parts']), 2, 'parts of an upload')
    aws.call('s3', 'ListMultipartUploads', Bucket='code')
    made = aws.call('s3', 'CompleteMultipartUpload', MultipartUpload={'Parts': [
        {'PartNumber': number + 1, 'ETag': etag} for number, etag in enumerate(etags)]}, **where)
    aws.true(made['ETag'].endswith('-2"'), 'the etag of an object in parts')
    aws.equal(aws.call('s3', 'GetObject', Bucket='code', Key='big.zip')['Body'].read(), large + b'end', 'an object in parts')
    other = aws.call('s3', 'CreateMultipartUpload', Bucket='code', Key='other.zip')['UploadId']
    aws.call('s3', 'AbortMultipartUpload', Bucket='code', Key='other.zip', UploadId=other)


def bucket_settings(aws):
    aws.call('s3', 'CreateBucket', Bucket='kept', CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'})
    rules = {'Rules': [{'ApplyServerSideEncryptionByDefault': {'SSEAlgorithm': 'AES256'}}]}
    aws.call('s3', 'PutBucketEncryption', Bucket='kept', ServerSideEncryptionConfiguration=rules)
    aws.call('s3', 'GetBucketEncryption', Bucket='kept')
    aws.call('s3', 'DeleteBucketEncryption', Bucket='kept')
    expire = {'Rules': [{'ID': 'old', 'Status': 'Enabled', 'Filter': {'Prefix': ''}, 'Expiration': {'Days': 30}}]}
    aws.call('s3', 'PutBucketLifecycleConfiguration', Bucket='kept', LifecycleConfiguration=expire)
    aws.call('s3', 'GetBucketLifecycleConfiguration', Bucket='kept')
    aws.call('s3', 'DeleteBucketLifecycle', Bucket='kept')
    aws.call('s3', 'PutBucketPolicy', Bucket='kept', Policy=POLICY)
    aws.call('s3', 'GetBucketPolicy', Bucket='kept')
    aws.call('s3', 'DeleteBucketPolicy', Bucket='kept')
    aws.call('s3', 'PutBucketTagging', Bucket='kept', Tagging={'TagSet': [{'Key': 'team', 'Value': 'shop'}]})
    aws.call('s3', 'GetBucketTagging', Bucket='kept')
    aws.call('s3', 'DeleteBucketTagging', Bucket='kept')
    aws.call('s3', 'PutPublicAccessBlock', Bucket='kept', PublicAccessBlockConfiguration={'BlockPublicAcls': True})
    aws.call('s3', 'GetPublicAccessBlock', Bucket='kept')
    aws.call('s3', 'DeletePublicAccessBlock', Bucket='kept')
    aws.call('s3', 'HeadBucket', Bucket='kept')
    aws.call('s3', 'PutObject', Bucket='kept', Key='a', Body=b'x' * 10)
    aws.call('s3', 'GetObjectAttributes', Bucket='kept', Key='a', ObjectAttributes=['ETag', 'ObjectSize'])
    aws.call('s3', 'PutObjectTagging', Bucket='kept', Key='a', Tagging={'TagSet': [{'Key': 'a', 'Value': 'b'}]})
    aws.call('s3', 'DeleteObjectTagging', Bucket='kept', Key='a')
    upload = aws.call('s3', 'CreateMultipartUpload', Bucket='kept', Key='b')['UploadId']
    aws.call('s3', 'UploadPartCopy', Bucket='kept', Key='b', UploadId=upload, PartNumber=1, CopySource={'Bucket': 'kept', 'Key': 'a'})
    aws.call('s3', 'AbortMultipartUpload', Bucket='kept', Key='b', UploadId=upload)
    aws.refused('BucketNotEmpty', 's3', 'DeleteBucket', Bucket='kept')
    aws.call('s3', 'DeleteObject', Bucket='kept', Key='a')
    aws.call('s3', 'DeleteBucket', Bucket='kept')


def roles(aws):
    aws.call('iam', 'CreateRole', RoleName='orders', AssumeRolePolicyDocument=TRUST, Tags=[{'Key': 'team', 'Value': 'shop'}])
    aws.clients['iam'].get_waiter('role_exists').wait(RoleName='orders')
    aws.call('iam', 'UpdateRole', RoleName='orders', Description='of the shop')
    aws.call('iam', 'UpdateAssumeRolePolicy', RoleName='orders', PolicyDocument=TRUST)
    aws.call('iam', 'GetRole', RoleName='orders')
    aws.equal([role['RoleName'] for page in aws.clients['iam'].get_paginator('list_roles').paginate() for role in page['Roles']],
              ['orders'], 'roles')
    aws.call('iam', 'PutRolePolicy', RoleName='orders', PolicyName='read', PolicyDocument=POLICY)
    aws.call('iam', 'GetRolePolicy', RoleName='orders', PolicyName='read')
    aws.equal(aws.call('iam', 'ListRolePolicies', RoleName='orders')['PolicyNames'], ['read'], 'policies of a role')
    simulated = aws.call('iam', 'SimulatePrincipalPolicy', PolicySourceArn='arn:aws:iam::123456789012:role/orders',
                         ActionNames=['s3:GetObject', 'iam:CreateUser'])['EvaluationResults']
    aws.equal([one['EvalActionName'] for one in simulated], ['s3:GetObject', 'iam:CreateUser'], 'simulated actions')
    arn = aws.call('iam', 'CreatePolicy', PolicyName='shared', PolicyDocument=POLICY)['Policy']['Arn']
    aws.call('iam', 'GetPolicy', PolicyArn=arn)
    aws.call('iam', 'GetPolicyVersion', PolicyArn=arn, VersionId='v1')
    aws.call('iam', 'ListPolicies', Scope='Local')
    second = aws.call('iam', 'CreatePolicyVersion', PolicyArn=arn, PolicyDocument=POLICY)['PolicyVersion']['VersionId']
    aws.call('iam', 'SetDefaultPolicyVersion', PolicyArn=arn, VersionId=second)
    aws.call('iam', 'ListPolicyVersions', PolicyArn=arn)
    aws.call('iam', 'DeletePolicyVersion', PolicyArn=arn, VersionId='v1')
    aws.call('iam', 'PutRolePermissionsBoundary', RoleName='orders', PermissionsBoundary=arn)
    aws.call('iam', 'DeleteRolePermissionsBoundary', RoleName='orders')
    aws.call('iam', 'AttachRolePolicy', RoleName='orders', PolicyArn=arn)
    aws.call('iam', 'ListAttachedRolePolicies', RoleName='orders')
    aws.refused('DeleteConflict', 'iam', 'DeleteRole', RoleName='orders')
    aws.call('iam', 'DetachRolePolicy', RoleName='orders', PolicyArn=arn)
    aws.call('iam', 'DeletePolicy', PolicyArn=arn)
    aws.call('iam', 'DeleteRolePolicy', RoleName='orders', PolicyName='read')
    aws.call('iam', 'TagRole', RoleName='orders', Tags=[{'Key': 'stage', 'Value': 'test'}])
    aws.call('iam', 'ListRoleTags', RoleName='orders')
    aws.call('iam', 'UntagRole', RoleName='orders', TagKeys=['stage'])
    aws.refused('NoSuchEntity', 'iam', 'GetRole', RoleName='nobody')
    aws.refused('EntityAlreadyExists', 'iam', 'CreateRole', RoleName='orders', AssumeRolePolicyDocument=TRUST)


def tokens(aws):
    aws.equal(aws.call('sts', 'GetCallerIdentity')['Account'], '123456789012', 'the account')
    role = 'arn:aws:iam::123456789012:role/orders'
    aws.call('sts', 'AssumeRole', RoleArn=role, RoleSessionName='drill')
    aws.refused('AccessDenied', 'sts', 'AssumeRoleWithWebIdentity', RoleArn=role, RoleSessionName='drill', WebIdentityToken=identity_token())
    aws.call('iam', 'UpdateAssumeRolePolicy', RoleName='orders', PolicyDocument=GITHUB_TRUST)
    aws.call('sts', 'AssumeRoleWithWebIdentity', RoleArn=role, RoleSessionName='drill', WebIdentityToken=identity_token())
    aws.refused('InvalidIdentityToken', 'sts', 'AssumeRoleWithWebIdentity', RoleArn=role, RoleSessionName='drill', WebIdentityToken='nothing')
    aws.refused('InvalidIdentityToken', 'sts', 'AssumeRoleWithWebIdentity', RoleArn=role, RoleSessionName='drill', WebIdentityToken=identity_token(aud='somebody'))
    aws.refused('ExpiredTokenException', 'sts', 'AssumeRoleWithWebIdentity', RoleArn=role, RoleSessionName='drill', WebIdentityToken=identity_token(exp=1000000000))
    aws.call('iam', 'DeleteRole', RoleName='orders')
    aws.call('iam', 'GetUser')


def identity_token(**changes):
    """As GitHub gives one to a job."""
    claims = {'iss': f'https://{GITHUB}', 'sub': 'repo:shop/orders', 'aud': 'sts.amazonaws.com', 'exp': 4102444800, **changes}
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip('=') for part in ({'alg': 'RS256', 'typ': 'JWT'}, claims)]
    return '.'.join([*parts, 'c2lnbmF0dXJl'])


def parameters(aws):
    aws.call('ssm', 'PutParameter', Name='/shop/table', Value='orders', Type='String')
    aws.call('ssm', 'PutParameter', Name='/shop/table', Value='orders2', Type='String', Overwrite=True)
    aws.call('ssm', 'PutParameter', Name='/shop/key', Value='secret', Type='SecureString')
    aws.equal(aws.call('ssm', 'GetParameter', Name='/shop/table:1')['Parameter']['Value'], 'orders', 'a version of a parameter')
    aws.equal(aws.call('ssm', 'GetParameters', Names=['/shop/table', 'nobody'])['InvalidParameters'], ['nobody'], 'absent parameters')
    found = aws.call('ssm', 'GetParametersByPath', Path='/shop', WithDecryption=True)['Parameters']
    aws.equal(sorted(one['Value'] for one in found), ['orders2', 'secret'], 'parameters below a path')
    aws.call('ssm', 'DescribeParameters')
    aws.call('ssm', 'GetParameterHistory', Name='/shop/table')
    aws.call('ssm', 'LabelParameterVersion', Name='/shop/table', ParameterVersion=1, Labels=['old'])
    aws.call('ssm', 'UnlabelParameterVersion', Name='/shop/table', ParameterVersion=1, Labels=['old'])
    tagged = {'ResourceType': 'Parameter', 'ResourceId': '/shop/table'}
    aws.call('ssm', 'AddTagsToResource', Tags=[{'Key': 'team', 'Value': 'shop'}], **tagged)
    aws.call('ssm', 'ListTagsForResource', **tagged)
    aws.call('ssm', 'RemoveTagsFromResource', TagKeys=['team'], **tagged)
    aws.call('ssm', 'DeleteParameter', Name='/shop/key')
    aws.call('ssm', 'DeleteParameters', Names=['/shop/table'])
    aws.refused('ParameterNotFound', 'ssm', 'GetParameter', Name='/shop/table')


def secrets(aws):
    made = aws.call('secretsmanager', 'CreateSecret', Name='db', SecretString='one', Tags=[{'Key': 'team', 'Value': 'shop'}])
    aws.call('secretsmanager', 'PutSecretValue', SecretId='db', SecretString='two')
    aws.equal(aws.call('secretsmanager', 'GetSecretValue', SecretId=made['ARN'])['SecretString'], 'two', 'a secret')
    before = aws.call('secretsmanager', 'GetSecretValue', SecretId='db', VersionStage='AWSPREVIOUS')
    aws.equal(before['SecretString'], 'one', 'the secret before')
    aws.call('secretsmanager', 'UpdateSecret', SecretId='db', Description='of the shop')
    aws.call('secretsmanager', 'DescribeSecret', SecretId='db')
    aws.call('secretsmanager', 'ListSecrets')
    versions = aws.call('secretsmanager', 'ListSecretVersionIds', SecretId='db')['Versions']
    stages = {stage: version['VersionId'] for version in versions for stage in version['VersionStages']}
    aws.call('secretsmanager', 'UpdateSecretVersionStage', SecretId='db', VersionStage='AWSCURRENT',
             RemoveFromVersionId=stages['AWSCURRENT'], MoveToVersionId=stages['AWSPREVIOUS'])
    aws.call('secretsmanager', 'BatchGetSecretValue', SecretIdList=['db'])
    aws.call('secretsmanager', 'TagResource', SecretId='db', Tags=[{'Key': 'stage', 'Value': 'test'}])
    aws.call('secretsmanager', 'UntagResource', SecretId='db', TagKeys=['stage'])
    aws.call('secretsmanager', 'DeleteSecret', SecretId='db', RecoveryWindowInDays=7)
    aws.refused('InvalidRequestException', 'secretsmanager', 'GetSecretValue', SecretId='db')
    aws.call('secretsmanager', 'RestoreSecret', SecretId='db')


def stacks(aws):
    described = {'stacks': [{'StackName': 'shop', 'Outputs': [
        {'OutputKey': 'Table', 'OutputValue': 'orders', 'ExportName': 'shop-table'}], 'Resources': [
        {'LogicalResourceId': 'Queue', 'PhysicalResourceId': 'jobs', 'ResourceType': 'AWS::SQS::Queue'}]}]}
    request = urllib.request.Request(os.environ['AWS_ENDPOINT_URL'] + '/_shipit/seed', data=json.dumps(described).encode(),
                                     headers={'x-shipit-token': os.environ['SHIPIT_TOKEN']}, method='POST')
    with urllib.request.urlopen(request) as answer:
        aws.equal(answer.status, 200, 'a stack that is described to the world')
    found = aws.call('cloudformation', 'DescribeStacks', StackName='shop')['Stacks'][0]
    aws.equal(found['Outputs'][0]['OutputValue'], 'orders', 'an output of a stack')
    aws.call('cloudformation', 'ListStacks')
    aws.call('cloudformation', 'ListStackResources', StackName='shop')
    aws.call('cloudformation', 'DescribeStackResources', StackName='shop')
    aws.call('cloudformation', 'DescribeStackResource', StackName='shop', LogicalResourceId='Queue')
    aws.call('cloudformation', 'ListExports')
    aws.refused('ValidationError', 'cloudformation', 'DescribeStacks', StackName='nobody')
