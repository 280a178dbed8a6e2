"""Lambda, as boto3 drives it: life cycle, waiters, paginators, and every other action at least once."""
import io
import json
import zipfile

ROLE = 'arn:aws:iam::123456789012:role/orders'
HANDLER = 'exports.handler = async (event, context) => ({ answer: "%s", arn: context.invokedFunctionArn });'


def artifact(answer, name='index.js', text=None):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as archive:
        archive.writestr(name, text or HANDLER % answer)
    return buffer.getvalue()


def drive(aws):
    life(aws)
    attachments(aws)
    concurrency(aws)
    layers(aws)
    event_sources(aws)
    settings(aws)
    capacity(aws)
    removal(aws)


def updated(aws, name='orders'):
    aws.clients['lambda'].get_waiter('function_updated_v2').wait(FunctionName=name)


def life(aws):
    client = aws.clients['lambda']
    made = aws.call('lambda', 'CreateFunction', FunctionName='orders', Runtime='nodejs22.x', Role=ROLE, Handler='index.handler',
                    Code={'ZipFile': artifact('one')}, Environment={'Variables': {'TABLE': 'orders'}}, Tags={'team': 'shop'},
                    Timeout=10, MemorySize=256, TracingConfig={'Mode': 'PassThrough'})
    aws.equal(made['State'], 'Pending', 'a new function')
    for waiter in ('function_exists', 'function_active_v2', 'function_active'):
        client.get_waiter(waiter).wait(FunctionName='orders')
    aws.call('lambda', 'PublishVersion', FunctionName='orders', Description='first')
    aws.call('lambda', 'UpdateFunctionCode', FunctionName='orders', ZipFile=artifact('two'))
    for waiter in ('function_updated', 'function_updated_v2'):
        client.get_waiter(waiter).wait(FunctionName='orders')
    aws.call('lambda', 'UpdateFunctionConfiguration', FunctionName='orders', MemorySize=512)
    updated(aws)
    aws.call('lambda', 'PublishVersion', FunctionName='orders')
    client.get_waiter('published_version_active').wait(FunctionName='orders', Qualifier='2')
    aws.call('lambda', 'CreateAlias', FunctionName='orders', Name='live', FunctionVersion='1',
             RoutingConfig={'AdditionalVersionWeights': {'2': 0.5}})
    aws.call('lambda', 'GetAlias', FunctionName='orders', Name='live')
    seen = set()
    for _ in range(60):
        answer = aws.call('lambda', 'Invoke', FunctionName='orders', Qualifier='live', LogType='Tail', Payload=b'{}')
        body = json.loads(answer['Payload'].read())
        aws.equal(body['arn'], 'arn:aws:lambda:eu-west-1:123456789012:function:orders:live', 'the ARN in the context')
        seen.add(answer['ExecutedVersion'])
    aws.equal(seen, {'1', '2'}, 'versions behind the alias')
    aws.call('lambda', 'UpdateAlias', FunctionName='orders', Name='live', FunctionVersion='2',
             RoutingConfig={'AdditionalVersionWeights': {}})
    aws.true('RoutingConfig' not in aws.call('lambda', 'GetAlias', FunctionName='orders', Name='live'), 'cleared weights')
    aws.call('lambda', 'GetFunction', FunctionName='orders', Qualifier='live')
    aws.call('lambda', 'GetFunctionConfiguration', FunctionName='orders')
    for action in ('list_functions', 'list_versions_by_function', 'list_aliases'):
        parameters = {} if action == 'list_functions' else {'FunctionName': 'orders'}
        pages = list(client.get_paginator(action).paginate(PaginationConfig={'PageSize': 1}, **parameters))
        aws.true(len(pages) >= 1, action)
    events = aws.call('lambda', 'InvokeWithResponseStream', FunctionName='orders', Payload=b'{}')['EventStream']
    kinds = [kind for event in events for kind in event]
    aws.equal((kinds[0], kinds[-1]), ('PayloadChunk', 'InvokeComplete'), 'events of a streamed answer')
    aws.equal(aws.call('lambda', 'Invoke', FunctionName='orders', InvocationType='Event')['StatusCode'], 202, 'an event')
    aws.equal(aws.call('lambda', 'Invoke', FunctionName='orders', InvocationType='DryRun')['StatusCode'], 204, 'a dry run')
    aws.call('lambda', 'InvokeAsync', FunctionName='orders', InvokeArgs=b'{}')
    aws.refused('ResourceNotFoundException', 'lambda', 'GetFunction', FunctionName='nobody')
    aws.refused('ResourceConflictException', 'lambda', 'CreateAlias', FunctionName='orders', Name='live', FunctionVersion='1')
    python(aws)


def python(aws):
    text = 'def handler(event, context):\n    print("hello")\n    return {"version": context.function_version, "sum": event["a"] + 1}\n'
    aws.call('lambda', 'CreateFunction', FunctionName='snake', Runtime='python3.13', Role=ROLE, Handler='app.handler',
             Code={'ZipFile': artifact('', 'app.py', text)})
    aws.clients['lambda'].get_waiter('function_active_v2').wait(FunctionName='snake')
    answer = aws.call('lambda', 'Invoke', FunctionName='snake', Payload=b'{"a": 41}')
    aws.equal(json.loads(answer['Payload'].read()), {'version': '$LATEST', 'sum': 42}, 'a Python function')


def attachments(aws):
    aws.call('lambda', 'AddPermission', FunctionName='orders', Qualifier='live', StatementId='s3', Action='lambda:InvokeFunction',
             Principal='s3.amazonaws.com', SourceArn='arn:aws:s3:::uploads', SourceAccount='123456789012')
    policy = aws.call('lambda', 'GetPolicy', FunctionName='orders', Qualifier='live')
    aws.equal(json.loads(policy['Policy'])['Statement'][0]['Sid'], 's3', 'the policy of the alias')
    aws.refused('ResourceNotFoundException', 'lambda', 'GetPolicy', FunctionName='orders')
    aws.call('lambda', 'RemovePermission', FunctionName='orders', Qualifier='live', StatementId='s3')
    arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders'
    document = json.dumps({'Version': '2012-10-17', 'Statement': [{'Sid': 'a', 'Effect': 'Allow', 'Action': 'lambda:InvokeFunction', 'Principal': {'Service': 's3.amazonaws.com'}, 'Resource': arn}]})
    if has(aws, 'PutResourcePolicy'):
        aws.call('lambda', 'PutResourcePolicy', ResourceArn=arn, Policy=document)
        aws.call('lambda', 'GetResourcePolicy', ResourceArn=arn)
        aws.call('lambda', 'DeleteResourcePolicy', ResourceArn=arn)
    aws.call('lambda', 'TagResource', Resource=arn, Tags={'stage': 'test'})
    aws.equal(aws.call('lambda', 'ListTags', Resource=arn)['Tags'], {'team': 'shop', 'stage': 'test'}, 'tags')
    aws.call('lambda', 'UntagResource', Resource=arn, TagKeys=['stage'])
    url = {'FunctionName': 'orders', 'Qualifier': 'live'}
    aws.call('lambda', 'CreateFunctionUrlConfig', AuthType='AWS_IAM', Cors={'AllowOrigins': ['*'], 'MaxAge': 60}, **url)
    aws.call('lambda', 'GetFunctionUrlConfig', **url)
    aws.call('lambda', 'UpdateFunctionUrlConfig', InvokeMode='RESPONSE_STREAM', **url)
    aws.call('lambda', 'ListFunctionUrlConfigs', FunctionName='orders')
    aws.call('lambda', 'DeleteFunctionUrlConfig', **url)


def has(aws, action):
    return action in aws.clients['lambda'].meta.service_model.operation_names


def concurrency(aws):
    aws.call('lambda', 'PutFunctionConcurrency', FunctionName='orders', ReservedConcurrentExecutions=5)
    aws.call('lambda', 'GetFunctionConcurrency', FunctionName='orders')
    aws.call('lambda', 'DeleteFunctionConcurrency', FunctionName='orders')
    provisioned = {'FunctionName': 'orders', 'Qualifier': 'live'}
    put = aws.call('lambda', 'PutProvisionedConcurrencyConfig', ProvisionedConcurrentExecutions=1, **provisioned)
    aws.equal(put['Status'], 'IN_PROGRESS', 'provisioned concurrency')
    aws.call('lambda', 'GetProvisionedConcurrencyConfig', **provisioned)
    aws.call('lambda', 'ListProvisionedConcurrencyConfigs', FunctionName='orders')
    aws.call('lambda', 'DeleteProvisionedConcurrencyConfig', **provisioned)
    invoked = {'FunctionName': 'orders', 'Qualifier': 'live'}
    aws.call('lambda', 'PutFunctionEventInvokeConfig', MaximumRetryAttempts=1, MaximumEventAgeInSeconds=60, **invoked)
    destination = 'arn:aws:lambda:eu-west-1:123456789012:function:snake'
    aws.call('lambda', 'UpdateFunctionEventInvokeConfig', DestinationConfig={'OnSuccess': {'Destination': destination}}, **invoked)
    aws.call('lambda', 'GetFunctionEventInvokeConfig', **invoked)
    aws.call('lambda', 'ListFunctionEventInvokeConfigs', FunctionName='orders')
    aws.call('lambda', 'DeleteFunctionEventInvokeConfig', **invoked)
    aws.call('lambda', 'GetAccountSettings')


def layers(aws):
    content = {'ZipFile': artifact('', 'nodejs/node_modules/dep/index.js', 'module.exports = 7;')}
    layer = aws.call('lambda', 'PublishLayerVersion', LayerName='deps', Content=content, CompatibleRuntimes=['nodejs22.x'],
                     CompatibleArchitectures=['x86_64'], LicenseInfo='MIT', Description='one')
    one = {'LayerName': 'deps', 'VersionNumber': layer['Version']}
    aws.call('lambda', 'GetLayerVersion', **one)
    aws.call('lambda', 'GetLayerVersionByArn', Arn=layer['LayerVersionArn'])
    aws.call('lambda', 'ListLayers', CompatibleRuntime='nodejs22.x')
    aws.call('lambda', 'ListLayerVersions', LayerName='deps')
    aws.call('lambda', 'AddLayerVersionPermission', StatementId='all', Action='lambda:GetLayerVersion', Principal='*', **one)
    aws.call('lambda', 'GetLayerVersionPolicy', **one)
    aws.call('lambda', 'RemoveLayerVersionPermission', StatementId='all', **one)
    code = artifact('', 'index.js', 'exports.handler = async () => require("dep");')
    aws.call('lambda', 'CreateFunction', FunctionName='layered', Runtime='nodejs22.x', Role=ROLE, Handler='index.handler',
             Code={'ZipFile': code}, Layers=[layer['LayerVersionArn']])
    aws.clients['lambda'].get_waiter('function_active_v2').wait(FunctionName='layered')
    aws.equal(aws.call('lambda', 'Invoke', FunctionName='layered')['Payload'].read(), b'7', 'a function with a layer')
    aws.call('lambda', 'DeleteFunction', FunctionName='layered')
    aws.call('lambda', 'DeleteLayerVersion', **one)


def event_sources(aws):
    made = aws.call('lambda', 'CreateEventSourceMapping', FunctionName='orders:live', BatchSize=5,
                    EventSourceArn='arn:aws:sqs:eu-west-1:123456789012:jobs')
    uuid = made['UUID']
    for _ in range(60):
        if aws.call('lambda', 'GetEventSourceMapping', UUID=uuid)['State'] == 'Enabled':
            break
    aws.call('lambda', 'ListEventSourceMappings', FunctionName='orders:live')
    wait_enabled(aws, uuid)
    aws.call('lambda', 'UpdateEventSourceMapping', UUID=uuid, BatchSize=7)
    wait_enabled(aws, uuid)
    aws.call('lambda', 'DeleteEventSourceMapping', UUID=uuid)


def wait_enabled(aws, uuid):
    import time
    for _ in range(100):
        if aws.call('lambda', 'GetEventSourceMapping', UUID=uuid)['State'] == 'Enabled':
            return
        time.sleep(0.1)
    aws.failures.append('an event source mapping was never Enabled')


def settings(aws):
    profile = 'arn:aws:signer:eu-west-1:123456789012:/signing-profiles/release/abcdef1234'
    made = aws.call('lambda', 'CreateCodeSigningConfig', AllowedPublishers={'SigningProfileVersionArns': [profile]},
                    CodeSigningPolicies={'UntrustedArtifactOnDeployment': 'Warn'})
    arn = made['CodeSigningConfig']['CodeSigningConfigArn']
    aws.call('lambda', 'GetCodeSigningConfig', CodeSigningConfigArn=arn)
    aws.call('lambda', 'UpdateCodeSigningConfig', CodeSigningConfigArn=arn, Description='releases')
    aws.call('lambda', 'ListCodeSigningConfigs')
    aws.call('lambda', 'PutFunctionCodeSigningConfig', CodeSigningConfigArn=arn, FunctionName='orders')
    aws.call('lambda', 'GetFunctionCodeSigningConfig', FunctionName='orders')
    aws.call('lambda', 'ListFunctionsByCodeSigningConfig', CodeSigningConfigArn=arn)
    aws.call('lambda', 'DeleteFunctionCodeSigningConfig', FunctionName='orders')
    aws.call('lambda', 'DeleteCodeSigningConfig', CodeSigningConfigArn=arn)
    aws.call('lambda', 'PutFunctionRecursionConfig', FunctionName='orders', RecursiveLoop='Allow')
    aws.call('lambda', 'GetFunctionRecursionConfig', FunctionName='orders')
    aws.call('lambda', 'PutRuntimeManagementConfig', FunctionName='orders', UpdateRuntimeOn='FunctionUpdate')
    aws.call('lambda', 'GetRuntimeManagementConfig', FunctionName='orders')


def capacity(aws):
    made = aws.call('lambda', 'CreateCapacityProvider', CapacityProviderName='fleet',
                    VpcConfig={'SubnetIds': ['subnet-12345678'], 'SecurityGroupIds': ['sg-12345678']},
                    PermissionsConfig={'CapacityProviderOperatorRoleArn': ROLE})
    aws.call('lambda', 'GetCapacityProvider', CapacityProviderName='fleet')
    aws.call('lambda', 'ListCapacityProviders')
    aws.call('lambda', 'UpdateCapacityProvider', CapacityProviderName='fleet', CapacityProviderScalingConfig={'MaxVCpuCount': 12})
    aws.call('lambda', 'ListFunctionVersionsByCapacityProvider', CapacityProviderName='fleet')
    aws.call('lambda', 'DeleteCapacityProvider', CapacityProviderName='fleet')
    aws.call('lambda', 'PutFunctionScalingConfig', FunctionName='orders', Qualifier='1',
             FunctionScalingConfig={'MinExecutionEnvironments': 1, 'MaxExecutionEnvironments': 3})
    aws.call('lambda', 'GetFunctionScalingConfig', FunctionName='orders', Qualifier='1')
    aws.call('lambda', 'ListDurableExecutionsByFunction', FunctionName='orders')
    aws.equal(made['CapacityProvider']['State'] in ('Pending', 'Active'), True, 'a capacity provider')


def removal(aws):
    aws.refused('ResourceConflictException', 'lambda', 'DeleteFunction', FunctionName='orders', Qualifier='2')
    aws.call('lambda', 'DeleteAlias', FunctionName='orders', Name='live')
    aws.call('lambda', 'DeleteFunction', FunctionName='orders', Qualifier='1')
