"""The AWS CLI, as people type it. Where it is not installed that is said, and nothing is checked."""
import json
import os
import shutil
import subprocess
import tempfile


def drive(aws):
    if shutil.which('aws') is None:
        print('skipped: the AWS CLI is not installed (pip install awscli)')
        return
    answer = invoke(aws)
    aws.equal(answer['answer'], 'two', 'aws lambda invoke')
    listed = run(aws, 'lambda', 'list-functions', '--query', 'Functions[].FunctionName')
    aws.true('orders' in listed, 'aws lambda list-functions')
    identity = run(aws, 'sts', 'get-caller-identity')
    aws.equal(identity['Account'], '123456789012', 'aws sts get-caller-identity')
    query = [{'Id': 'i', 'MetricStat': {'Metric': {'Namespace': 'AWS/Lambda', 'MetricName': 'Invocations'}, 'Period': 3600, 'Stat': 'Sum'}}]
    data = run(aws, 'cloudwatch', 'get-metric-data', '--metric-data-queries', json.dumps(query),
               '--start-time', '2020-01-01T00:00:00Z', '--end-time', '2020-01-02T00:00:00Z')
    aws.equal(data['MetricDataResults'][0]['StatusCode'], 'Complete', 'aws cloudwatch get-metric-data')
    if supports_tail():
        text = output('logs', 'tail', '/aws/lambda/orders', '--since', '10w')
    else:
        print('skipped: version 1 of the AWS CLI has no logs tail; logs filter-log-events is asked instead')
        text = output('logs', 'filter-log-events', '--log-group-name', '/aws/lambda/orders')
    aws.true('REPORT RequestId' in text, 'aws logs tail')


def invoke(aws):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'answer.json')
        run(aws, 'lambda', 'invoke', '--function-name', 'orders', path)
        with open(path, encoding='utf8') as file:
            return json.load(file)


def output(*words):
    done = subprocess.run(['aws', *words], capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        raise RuntimeError(f'aws {" ".join(words[:2])}: {done.stderr.strip()}')
    return done.stdout


def supports_tail():
    version = subprocess.run(['aws', '--version'], capture_output=True, text=True, check=False).stdout
    return version.startswith('aws-cli/2')


def run(aws, *words):
    return json.loads(output(*words, '--output', 'json'))
