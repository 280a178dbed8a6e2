"""Topics of SNS and buses of EventBridge, as boto3 drives them."""
import json


def drive(aws):
    topics(aws)
    buses(aws)


def topics(aws):
    topic = aws.call('sns', 'CreateTopic', Name='releases', Attributes={'DisplayName': 'Releases'})['TopicArn']
    aws.equal(topic, f'arn:aws:sns:{aws.region}:{aws.account}:releases', 'the ARN of a topic')
    aws.equal(aws.call('sns', 'ListTopics')['Topics'], [{'TopicArn': topic}], 'topics')
    mail = {'Protocol': 'email', 'Endpoint': 'ann@example.com'}
    aws.equal(aws.call('sns', 'Subscribe', TopicArn=topic, **mail)['SubscriptionArn'], 'pending confirmation', 'a subscription by mail')
    function = f'arn:aws:lambda:{aws.region}:{aws.account}:function:orders'
    subscription = aws.call('sns', 'Subscribe', TopicArn=topic, Protocol='lambda', Endpoint=function)['SubscriptionArn']
    listed = aws.call('sns', 'ListSubscriptionsByTopic', TopicArn=topic)['Subscriptions']
    aws.equal([one['SubscriptionArn'] for one in listed], ['PendingConfirmation', subscription], 'subscriptions')
    counts = aws.call('sns', 'GetTopicAttributes', TopicArn=topic)['Attributes']
    aws.equal((counts['SubscriptionsPending'], counts['SubscriptionsConfirmed'], counts['DisplayName']), ('1', '1', 'Releases'), 'attributes')
    said = aws.call('sns', 'Publish', TopicArn=topic, Subject='promoted', Message='all of it',
                    MessageAttributes={'kind': {'DataType': 'String', 'StringValue': 'release'}})
    aws.true(said['MessageId'], 'a message')
    aws.refused('InvalidParameter', 'sns', 'Publish', TopicArn=topic, Subject='x' * 100, Message='long')
    aws.call('sns', 'Unsubscribe', SubscriptionArn=subscription)
    aws.call('sns', 'DeleteTopic', TopicArn=topic)
    aws.refused('NotFound', 'sns', 'Publish', TopicArn=topic, Message='nobody')


def buses(aws):
    aws.call('events', 'CreateEventBus', Name='releases')
    aws.refused('ResourceAlreadyExistsException', 'events', 'CreateEventBus', Name='releases')
    aws.equal([bus['Name'] for bus in aws.call('events', 'ListEventBuses')['EventBuses']], ['default', 'releases'], 'buses')
    where = {'EventBusName': 'releases'}
    aws.call('events', 'PutRule', Name='ended', EventPattern=json.dumps({'source': ['shipit'], 'detail': {'weight': [{'numeric': ['>', 0]}]}}), **where)
    aws.refused('InvalidEventPatternException', 'events', 'PutRule', Name='ended', EventPattern='{"source": "shipit"}', **where)
    aws.equal([rule['Name'] for rule in aws.call('events', 'ListRules', **where)['Rules']], ['ended'], 'rules')
    target = {'Id': 'f', 'Arn': f'arn:aws:lambda:{aws.region}:{aws.account}:function:orders'}
    aws.equal(aws.call('events', 'PutTargets', Rule='ended', Targets=[target], **where)['FailedEntryCount'], 0, 'targets that failed')
    aws.equal(aws.call('events', 'ListTargetsByRule', Rule='ended', **where)['Targets'], [target], 'targets')
    entry = {'Source': 'shipit', 'DetailType': 'Release', 'Detail': '{"weight": 25}', **where}
    put = aws.call('events', 'PutEvents', Entries=[entry, {**entry, 'Detail': 'none'}])
    aws.equal((put['FailedEntryCount'], put['Entries'][1].get('ErrorCode')), (1, 'MalformedDetail'), 'events that failed')
    aws.refused('ValidationException', 'events', 'DeleteRule', Name='ended', **where)
    aws.call('events', 'RemoveTargets', Rule='ended', Ids=['f'], **where)
    aws.call('events', 'DeleteRule', Name='ended', **where)
    aws.call('events', 'DeleteEventBus', Name='releases')
    aws.refused('ResourceNotFoundException', 'events', 'ListRules', **where)
