"""CloudWatch and CloudWatch Logs, as boto3 drives them."""
import datetime
import json
import time

ALARM = {
    'Namespace': 'shop', 'MetricName': 'Errors', 'Statistic': 'Sum', 'Period': 60, 'EvaluationPeriods': 1, 'Threshold': 1,
    'ComparisonOperator': 'GreaterThanOrEqualToThreshold', 'TreatMissingData': 'notBreaching',
}


def drive(aws):
    start, end = metrics(aws)
    alarms(aws)
    dashboards(aws)
    kept(aws)
    groups(aws)
    events(aws)
    queries(aws)
    filters(aws)
    function_logs(aws)
    aws.true(start < end, 'a span of time')


def world_now(aws):
    """World time runs faster than this machine's: the date header does not tell it, the control endpoint does."""
    import os
    import urllib.request
    request = urllib.request.Request(os.environ['AWS_ENDPOINT_URL'] + '/_shipit/clock',
                                     headers={'x-shipit-token': os.environ['SHIPIT_TOKEN']})
    with urllib.request.urlopen(request) as answer:
        return int(json.load(answer)['nowMs'])


def span(aws):
    now = datetime.datetime.fromtimestamp(world_now(aws) / 1000, datetime.timezone.utc)
    return now - datetime.timedelta(hours=1), now + datetime.timedelta(minutes=5)


def metrics(aws):
    for value in (1, 2, 3):
        aws.call('cloudwatch', 'PutMetricData', Namespace='shop', MetricData=[
            {'MetricName': 'Errors', 'Value': value, 'Dimensions': [{'Name': 'Function', 'Value': 'orders'}],
             'Timestamp': datetime.datetime.fromtimestamp(world_now(aws) / 1000, datetime.timezone.utc)},
            {'MetricName': 'Invocations', 'Values': [1.0, 2.0], 'Counts': [3.0, 4.0],
             'Dimensions': [{'Name': 'Function', 'Value': 'orders'}]},
        ])
    start, end = span(aws)
    dimensions = [{'Name': 'Function', 'Value': 'orders'}]
    aws.call('cloudwatch', 'GetMetricStatistics', Namespace='shop', MetricName='Errors', Dimensions=dimensions, Period=60,
             StartTime=start, EndTime=end, Statistics=['Sum', 'SampleCount'])

    def query(name, metric):
        return {'Id': name, 'ReturnData': True, 'MetricStat': {
            'Metric': {'Namespace': 'shop', 'MetricName': metric, 'Dimensions': dimensions}, 'Period': 3600, 'Stat': 'Sum'}}

    queries = [query('e', 'Errors'), query('i', 'Invocations'), {'Id': 'rate', 'Expression': '100 * e / i'},
               {'Id': 'found', 'Expression': 'SEARCH(\'{shop,Function} MetricName="Errors"\', \'Sum\', 3600)'}]
    pages = aws.clients['cloudwatch'].get_paginator('get_metric_data').paginate(
        MetricDataQueries=queries, StartTime=start, EndTime=end)
    totals = {}
    for page in pages:
        for result in page['MetricDataResults']:
            totals[result['Id']] = totals.get(result['Id'], 0) + sum(result['Values'])
    aws.equal(totals['e'], 6, 'the sum of what was put')
    aws.equal(totals['found'], 6, 'the same by a search')
    aws.true(totals['rate'] > 0, 'a rate by metric math')
    list(aws.clients['cloudwatch'].get_paginator('list_metrics').paginate(Namespace='shop'))
    return start, end


def alarms(aws):
    client = aws.clients['cloudwatch']
    aws.call('cloudwatch', 'PutMetricAlarm', AlarmName='errors', Tags=[{'Key': 'team', 'Value': 'shop'}], **ALARM)
    aws.call('cloudwatch', 'PutMetricAlarm', AlarmName='rate', EvaluationPeriods=1, Threshold=5,
             ComparisonOperator='GreaterThanThreshold', Metrics=[
                 {'Id': 'rate', 'Expression': '100 * e / 2', 'ReturnData': True},
                 {'Id': 'e', 'ReturnData': False, 'MetricStat': {
                     'Metric': {'Namespace': 'shop', 'MetricName': 'Errors'}, 'Period': 60, 'Stat': 'Sum'}}])
    aws.call('cloudwatch', 'PutCompositeAlarm', AlarmName='any', AlarmRule='AT_LEAST(1, ALARM, (errors, rate))')
    client.get_waiter('alarm_exists').wait(AlarmNames=['errors'])
    client.get_waiter('composite_alarm_exists').wait(AlarmNames=['any'], AlarmTypes=['CompositeAlarm'])
    aws.call('cloudwatch', 'SetAlarmState', AlarmName='errors', StateValue='ALARM', StateReason='a drill')
    kinds = ['MetricAlarm', 'CompositeAlarm']
    pages = client.get_paginator('describe_alarms').paginate(AlarmTypes=kinds, PaginationConfig={'PageSize': 1})
    names = [alarm['AlarmName'] for page in pages for kind in ('MetricAlarms', 'CompositeAlarms') for alarm in page[kind]]
    aws.equal(sorted(names), ['any', 'errors', 'rate'], 'all alarms, page by page')
    aws.call('cloudwatch', 'DescribeAlarmContributors', AlarmName='errors')
    aws.call('cloudwatch', 'DescribeAlarmsForMetric', Namespace='shop', MetricName='Errors')
    list(client.get_paginator('describe_alarm_history').paginate(AlarmTypes=kinds))
    aws.call('cloudwatch', 'DisableAlarmActions', AlarmNames=['errors'])
    aws.call('cloudwatch', 'EnableAlarmActions', AlarmNames=['errors'])
    arn = client.describe_alarms(AlarmNames=['errors'])['MetricAlarms'][0]['AlarmArn']
    aws.call('cloudwatch', 'TagResource', ResourceARN=arn, Tags=[{'Key': 'stage', 'Value': 'test'}])
    aws.call('cloudwatch', 'ListTagsForResource', ResourceARN=arn)
    aws.call('cloudwatch', 'UntagResource', ResourceARN=arn, TagKeys=['stage'])
    aws.refused('ResourceNotFound', 'cloudwatch', 'SetAlarmState', AlarmName='nobody', StateValue='OK', StateReason='x')
    aws.call('cloudwatch', 'DeleteAlarms', AlarmNames=['any'])
    aws.call('cloudwatch', 'DeleteAlarms', AlarmNames=['errors', 'rate'])


def dashboards(aws):
    body = json.dumps({'widgets': [{'type': 'text', 'x': 0, 'y': 0, 'width': 3, 'height': 3, 'properties': {'markdown': 'a'}}]})
    aws.call('cloudwatch', 'PutDashboard', DashboardName='shop', DashboardBody=body)
    aws.equal(aws.call('cloudwatch', 'GetDashboard', DashboardName='shop')['DashboardBody'], body, 'a dashboard')
    aws.call('cloudwatch', 'ListDashboards')
    aws.call('cloudwatch', 'DeleteDashboards', DashboardNames=['shop'])


def kept(aws):
    """What CloudWatch keeps and the local AWS does not act upon."""
    metric = {'Namespace': 'shop', 'MetricName': 'Errors', 'Stat': 'Sum'}
    aws.call('cloudwatch', 'PutAnomalyDetector', SingleMetricAnomalyDetector=metric)
    aws.call('cloudwatch', 'DescribeAnomalyDetectors', Namespace='shop')
    aws.call('cloudwatch', 'DeleteAnomalyDetector', SingleMetricAnomalyDetector=metric)
    aws.call('cloudwatch', 'PutMetricStream', Name='out', OutputFormat='json',
             FirehoseArn='arn:aws:firehose:eu-west-1:123456789012:deliverystream/out', RoleArn='arn:aws:iam::123456789012:role/out')
    aws.call('cloudwatch', 'GetMetricStream', Name='out')
    aws.call('cloudwatch', 'ListMetricStreams')
    aws.call('cloudwatch', 'StopMetricStreams', Names=['out'])
    aws.call('cloudwatch', 'StartMetricStreams', Names=['out'])
    aws.call('cloudwatch', 'DeleteMetricStream', Name='out')
    rule = json.dumps({'Schema': {'Name': 'CloudWatchLogRule', 'Version': 1}, 'LogGroupNames': ['shop'], 'LogFormat': 'JSON',
                       'Contribution': {'Keys': ['$.level'], 'Filters': []}, 'AggregateOn': 'Count'})
    aws.call('cloudwatch', 'PutInsightRule', RuleName='top', RuleDefinition=rule)
    aws.call('cloudwatch', 'DescribeInsightRules')
    aws.call('cloudwatch', 'DisableInsightRules', RuleNames=['top'])
    aws.call('cloudwatch', 'EnableInsightRules', RuleNames=['top'])
    aws.call('cloudwatch', 'DeleteInsightRules', RuleNames=['top'])
    aws.call('cloudwatch', 'PutAlarmMuteRule', Name='night', Rule={'Schedule': {'Expression': 'cron(0 2 * * *)', 'Duration': 'PT4H'}})
    aws.call('cloudwatch', 'GetAlarmMuteRule', AlarmMuteRuleName='night')
    aws.call('cloudwatch', 'ListAlarmMuteRules')
    aws.call('cloudwatch', 'DeleteAlarmMuteRule', AlarmMuteRuleName='night')


def groups(aws):
    aws.call('logs', 'CreateLogGroup', logGroupName='shop', tags={'team': 'shop'})
    aws.call('logs', 'PutRetentionPolicy', logGroupName='shop', retentionInDays=7)
    aws.call('logs', 'DescribeLogGroups', logGroupNamePrefix='shop')
    aws.call('logs', 'ListLogGroups')
    aws.call('logs', 'DeleteRetentionPolicy', logGroupName='shop')
    aws.call('logs', 'PutLogGroupDeletionProtection', logGroupIdentifier='shop', deletionProtectionEnabled=False)
    arn = 'arn:aws:logs:eu-west-1:123456789012:log-group:shop'
    aws.call('logs', 'TagResource', resourceArn=arn, tags={'stage': 'test'})
    aws.call('logs', 'ListTagsForResource', resourceArn=arn)
    aws.call('logs', 'UntagResource', resourceArn=arn, tagKeys=['stage'])
    aws.call('logs', 'TagLogGroup', logGroupName='shop', tags={'old': 'way'})
    aws.call('logs', 'ListTagsLogGroup', logGroupName='shop')
    aws.call('logs', 'UntagLogGroup', logGroupName='shop', tags=['old'])
    aws.call('logs', 'CreateLogStream', logGroupName='shop', logStreamName='one')
    aws.call('logs', 'DescribeLogStreams', logGroupName='shop', orderBy='LastEventTime', descending=True)
    aws.refused('ResourceAlreadyExistsException', 'logs', 'CreateLogGroup', logGroupName='shop')
    aws.refused('ResourceNotFoundException', 'logs', 'DescribeLogStreams', logGroupName='nobody')


def events(aws):
    now = world_now(aws)
    messages = ['{"level":"INFO","ms":5}', '{"level":"ERROR","ms":900}', 'plain ERROR line']
    aws.call('logs', 'PutLogEvents', logGroupName='shop', logStreamName='one', logEvents=[
        {'timestamp': now + index, 'message': message} for index, message in enumerate(messages)])
    found = aws.call('logs', 'GetLogEvents', logGroupName='shop', logStreamName='one', startFromHead=True)
    aws.equal([event['message'] for event in found['events']], messages, 'events in their order')
    pages = aws.clients['logs'].get_paginator('filter_log_events').paginate(
        logGroupName='shop', filterPattern='ERROR', PaginationConfig={'PageSize': 1})
    aws.equal([event['message'] for page in pages for event in page['events']], messages[1:], 'events with a word')
    aws.call('logs', 'GetLogGroupFields', logGroupName='shop')
    tail(aws)


def tail(aws):
    arn = 'arn:aws:logs:eu-west-1:123456789012:log-group:shop'
    stream = aws.call('logs', 'StartLiveTail', logGroupIdentifiers=[arn])['responseStream']
    seen = []
    for index, event in enumerate(stream):
        seen.append(next(iter(event)))
        if 'sessionStart' in event:
            aws.call('logs', 'PutLogEvents', logGroupName='shop', logStreamName='one',
                     logEvents=[{'timestamp': world_now(aws), 'message': 'live'}])
        if event.get('sessionUpdate', {}).get('sessionResults') or index > 600:
            break
    stream.close()
    aws.equal((seen[0], seen[-1]), ('sessionStart', 'sessionUpdate'), 'a live tail')
    aws.true(len(seen) < 600, 'a live tail that shows what is put')


def queries(aws):
    now = world_now(aws) // 1000
    query = aws.call('logs', 'StartQuery', logGroupName='shop', startTime=now - 3600, endTime=now + 3600,
                     queryString='fields @timestamp, level, ms | filter ispresent(ms) | sort ms desc | limit 5')['queryId']
    for _ in range(200):
        answer = aws.call('logs', 'GetQueryResults', queryId=query)
        if answer['status'] == 'Complete':
            break
        time.sleep(0.05)
    aws.equal(answer['status'], 'Complete', 'a query')
    rows = [{field['field']: field['value'] for field in row} for row in answer['results']]
    aws.equal([row.get('ms') for row in rows], ['900', '5'], 'the rows of a query')
    pointer = rows[0]['@ptr']
    aws.call('logs', 'GetLogRecord', logRecordPointer=pointer)
    aws.call('logs', 'DescribeQueries', logGroupName='shop')
    other = aws.call('logs', 'StartQuery', logGroupName='shop', startTime=now - 60, endTime=now, queryString='limit 1')['queryId']
    aws.call('logs', 'StopQuery', queryId=other)
    kept = aws.call('logs', 'PutQueryDefinition', name='slow', queryString='limit 1')['queryDefinitionId']
    aws.call('logs', 'DescribeQueryDefinitions')
    aws.call('logs', 'DeleteQueryDefinition', queryDefinitionId=kept)


def filters(aws):
    change = [{'metricName': 'LoggedErrors', 'metricNamespace': 'shop', 'metricValue': '1', 'defaultValue': 0}]
    aws.call('logs', 'PutMetricFilter', logGroupName='shop', filterName='errors', filterPattern='ERROR', metricTransformations=change)
    aws.call('logs', 'DescribeMetricFilters', logGroupName='shop')
    tested = aws.call('logs', 'TestMetricFilter', filterPattern='ERROR', logEventMessages=['an ERROR', 'fine'])
    aws.equal([match['eventNumber'] for match in tested['matches']], [1], 'a pattern that is tried out')
    aws.call('logs', 'DeleteMetricFilter', logGroupName='shop', filterName='errors')
    aws.call('lambda', 'AddPermission', FunctionName='snake', StatementId='logs', Action='lambda:InvokeFunction',
             Principal='logs.amazonaws.com')
    aws.call('logs', 'PutSubscriptionFilter', logGroupName='shop', filterName='all', filterPattern='',
             destinationArn='arn:aws:lambda:eu-west-1:123456789012:function:snake')
    aws.call('logs', 'DescribeSubscriptionFilters', logGroupName='shop')
    aws.call('logs', 'DeleteSubscriptionFilter', logGroupName='shop', filterName='all')
    document = json.dumps({'Version': '2012-10-17', 'Statement': []})
    aws.call('logs', 'PutResourcePolicy', policyName='all', policyDocument=document)
    aws.call('logs', 'DescribeResourcePolicies')
    aws.call('logs', 'DeleteResourcePolicy', policyName='all')


def function_logs(aws):
    for _ in range(100):
        found = aws.call('logs', 'FilterLogEvents', logGroupName='/aws/lambda/snake')
        if any(event['message'].startswith('REPORT') for event in found['events']):
            break
        time.sleep(0.05)
    aws.true(any('hello' in event['message'] for event in found['events']), 'what a function printed')
    aws.call('logs', 'DeleteLogStream', logGroupName='shop', logStreamName='one')
    aws.call('logs', 'DeleteLogGroup', logGroupName='shop')
