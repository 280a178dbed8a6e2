"""Repositories and images of ECR, as boto3 drives them, and pushes and pulls of skopeo where it is installed."""
import base64
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import time

POLICY = json.dumps({'Version': '2012-10-17', 'Statement': [
    {'Sid': 'read', 'Effect': 'Allow', 'Principal': '*', 'Action': ['ecr:BatchGetImage']}]})
LIFECYCLE = json.dumps({'rules': [{'rulePriority': 1, 'action': {'type': 'expire'}, 'selection': {
    'tagStatus': 'any', 'countType': 'imageCountMoreThan', 'countNumber': 5}}]})
ORDERS = {'repositoryName': 'shop/orders'}
OCI = 'application/vnd.oci.image.'


def drive(aws):
    repositories(aws)
    images(aws)
    policies(aws)
    registry(aws)
    skopeo(aws)
    aws.call('ecr', 'DeleteRepository', force=True, **ORDERS)


def digest(data):
    return 'sha256:' + hashlib.sha256(data).hexdigest()


def repositories(aws):
    made = aws.call('ecr', 'CreateRepository', imageTagMutability='IMMUTABLE', **ORDERS)['repository']
    aws.equal(made['repositoryUri'], f'{aws.account}.dkr.ecr.{aws.region}.amazonaws.com/shop/orders', 'the URI of a repository')
    aws.refused('RepositoryAlreadyExistsException', 'ecr', 'CreateRepository', **ORDERS)
    aws.call('ecr', 'PutImageTagMutability', imageTagMutability='MUTABLE', **ORDERS)
    aws.call('ecr', 'PutImageScanningConfiguration', imageScanningConfiguration={'scanOnPush': False}, **ORDERS)
    found = [one['repositoryName'] for page in aws.clients['ecr'].get_paginator('describe_repositories').paginate()
             for one in page['repositories']]
    aws.equal(found, ['shop/orders'], 'repositories')
    tagged = {'resourceArn': made['repositoryArn']}
    aws.call('ecr', 'TagResource', tags=[{'Key': 'team', 'Value': 'shop'}], **tagged)
    aws.equal(aws.call('ecr', 'ListTagsForResource', **tagged)['tags'], [{'Key': 'team', 'Value': 'shop'}], 'tags of a repository')
    aws.call('ecr', 'UntagResource', tagKeys=['team'], **tagged)


def upload(aws, data):
    begun = aws.call('ecr', 'InitiateLayerUpload', **ORDERS)
    where = {'uploadId': begun['uploadId'], **ORDERS}
    aws.call('ecr', 'UploadLayerPart', partFirstByte=0, partLastByte=len(data) - 1, layerPartBlob=data, **where)
    aws.equal(aws.call('ecr', 'CompleteLayerUpload', layerDigests=[digest(data)], **where)['layerDigest'], digest(data), 'a layer')


def images(aws):
    config = json.dumps({'architecture': 'amd64', 'os': 'linux', 'config': {}}).encode()
    layer = b'a layer'
    for data in (config, layer):
        upload(aws, data)
    aws.call('ecr', 'BatchCheckLayerAvailability', layerDigests=[digest(layer), digest(b'x')], **ORDERS)
    aws.call('ecr', 'GetDownloadUrlForLayer', layerDigest=digest(layer), **ORDERS)
    described = [{'mediaType': kind, 'digest': digest(data), 'size': len(data)}
                 for kind, data in ((f'{OCI}config.v1+json', config), (f'{OCI}layer.v1.tar+gzip', layer))]
    manifest = json.dumps({'schemaVersion': 2, 'mediaType': f'{OCI}manifest.v1+json', 'config': described[0], 'layers': described[1:]})
    put = {'imageManifest': manifest, 'imageTag': 'v1', **ORDERS}
    image = aws.call('ecr', 'PutImage', **put)['image']['imageId']
    aws.equal(image['imageDigest'], digest(manifest.encode()), 'the digest of an image')
    aws.refused('ImageAlreadyExistsException', 'ecr', 'PutImage', **put)
    aws.equal(aws.call('ecr', 'BatchGetImage', imageIds=[{'imageTag': 'v1'}], **ORDERS)['images'][0]['imageManifest'], manifest, 'a manifest')
    aws.equal(aws.call('ecr', 'ListImages', **ORDERS)['imageIds'], [image], 'images')
    aws.equal(aws.call('ecr', 'DescribeImages', **ORDERS)['imageDetails'][0]['imageTags'], ['v1'], 'tags of an image')
    aws.call('ecr', 'StartImageScan', imageId={'imageTag': 'v1'}, **ORDERS)
    aws.clients['ecr'].get_waiter('image_scan_complete').wait(imageId={'imageTag': 'v1'}, WaiterConfig={'Delay': 1}, **ORDERS)
    aws.call('ecr', 'DescribeImageScanFindings', imageId={'imageTag': 'v1'}, **ORDERS)
    if aws.knows('ecr', 'ListImageReferrers'):
        aws.call('ecr', 'ListImageReferrers', subjectId={'imageDigest': image['imageDigest']}, **ORDERS)
    aws.refused('RepositoryNotEmptyException', 'ecr', 'DeleteRepository', **ORDERS)
    aws.call('ecr', 'BatchDeleteImage', imageIds=[{'imageTag': 'v1'}], **ORDERS)


def policies(aws):
    aws.call('ecr', 'SetRepositoryPolicy', policyText=POLICY, **ORDERS)
    aws.equal(aws.call('ecr', 'GetRepositoryPolicy', **ORDERS)['policyText'], POLICY, 'the policy of a repository')
    aws.call('ecr', 'DeleteRepositoryPolicy', **ORDERS)
    aws.refused('RepositoryPolicyNotFoundException', 'ecr', 'GetRepositoryPolicy', **ORDERS)
    aws.call('ecr', 'PutLifecyclePolicy', lifecyclePolicyText=LIFECYCLE, **ORDERS)
    aws.call('ecr', 'GetLifecyclePolicy', **ORDERS)
    aws.call('ecr', 'StartLifecyclePolicyPreview', **ORDERS)
    time.sleep(0.2)
    aws.call('ecr', 'GetLifecyclePolicyPreview', **ORDERS)
    aws.call('ecr', 'DeleteLifecyclePolicy', **ORDERS)


def registry(aws):
    aws.call('ecr', 'DescribeRegistry')
    aws.call('ecr', 'PutReplicationConfiguration', replicationConfiguration={'rules': []})
    aws.call('ecr', 'PutRegistryPolicy', policyText=POLICY)
    aws.call('ecr', 'GetRegistryPolicy')
    aws.call('ecr', 'DeleteRegistryPolicy')
    aws.call('ecr', 'PutRegistryScanningConfiguration', scanType='BASIC', rules=[])
    aws.call('ecr', 'GetRegistryScanningConfiguration')
    aws.call('ecr', 'BatchGetRepositoryScanningConfiguration', repositoryNames=['shop/orders', 'nobody'])
    aws.call('ecr', 'PutAccountSetting', name='BASIC_SCAN_TYPE_VERSION', value='AWS_NATIVE')
    aws.equal(aws.call('ecr', 'GetAccountSetting', name='BASIC_SCAN_TYPE_VERSION')['value'], 'AWS_NATIVE', 'a setting')
    template = {'prefix': 'team', 'imageTagMutability': 'IMMUTABLE'}
    aws.call('ecr', 'CreateRepositoryCreationTemplate', appliedFor=['REPLICATION'], **template)
    aws.call('ecr', 'UpdateRepositoryCreationTemplate', description='of the team', **template)
    aws.call('ecr', 'DescribeRepositoryCreationTemplates')
    aws.call('ecr', 'DeleteRepositoryCreationTemplate', prefix='team')


def skopeo(aws):
    data = aws.call('ecr', 'GetAuthorizationToken')['authorizationData'][0]
    credentials = base64.b64decode(data['authorizationToken']).decode()
    if shutil.which('skopeo') is None:
        print('skipped: skopeo is not installed')
        return
    address = data['proxyEndpoint'].replace('http://', 'docker://') + '/shop/orders:v2'
    with tempfile.TemporaryDirectory() as folder:
        there, back = os.path.join(folder, 'there'), os.path.join(folder, 'back')
        write_image(there)
        copy = ['skopeo', 'copy', '--insecure-policy']
        subprocess.run([*copy, '--dest-tls-verify=false', f'--dest-creds={credentials}', f'dir:{there}', address], check=True, capture_output=True)
        subprocess.run([*copy, '--src-tls-verify=false', f'--src-creds={credentials}', address, f'dir:{back}'], check=True, capture_output=True)
        aws.equal(contents(back), contents(there), 'an image that skopeo has pushed and pulled')


def write_image(folder):
    """A folder as skopeo has images in, of one layer of some megabytes."""
    os.mkdir(folder)
    plain = os.urandom(1 << 22)
    layer = gzip.compress(plain)
    config = json.dumps({'architecture': 'amd64', 'os': 'linux', 'config': {}, 'rootfs': {'type': 'layers', 'diff_ids': [digest(plain)]}}).encode()
    kinds = ((f'{OCI}config.v1+json', config), (f'{OCI}layer.v1.tar+gzip', layer))
    described = [{'mediaType': kind, 'digest': digest(data), 'size': len(data)} for kind, data in kinds]
    manifest = {'schemaVersion': 2, 'mediaType': f'{OCI}manifest.v1+json', 'config': described[0], 'layers': described[1:]}
    files = {'version': b'Directory Transport Version: 1.1\n', 'manifest.json': json.dumps(manifest).encode(),
             **{digest(data)[7:]: data for _kind, data in kinds}}
    for name, data in files.items():
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(data)


def contents(folder):
    found = {}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), 'rb') as file:
            found[name] = digest(file.read())
    return found
