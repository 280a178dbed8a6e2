"""Drives the local AWS with boto3 and the AWS CLI. Exits with 1 when anything is not as AWS would have it."""
import os
import re
import sys
import traceback

import boto3
from botocore import xform_name
from botocore.config import Config

import cli
import images
import lambda_plane
import messages
import others
import signing
import watching
from judge import Judge

SERVICES = ['lambda', 'cloudwatch', 'logs', 'sts', 'iam', 'ssm', 'secretsmanager', 'cloudformation', 's3', 'sns', 'events', 'ecr', 'signer']
PAGE = os.path.join(os.path.dirname(__file__), '..', '..', 'docs', 'local-aws.md')


class Aws:
    """Calls actions by their names, so that none is missed."""

    def __init__(self, judge):
        # A live tail is asked for at a host of its own, which this machine does not have.
        config = Config(retries={'max_attempts': 1}, s3={'addressing_style': 'path'}, inject_host_prefix=False)
        self.clients = {name: boto3.client(name, config=config) for name in SERVICES}
        self.account = '123456789012'
        self.region = 'eu-west-1'
        self.failures = []
        self.checks = 0
        for name, client in self.clients.items():
            judge.hear(name, client)

    def call(self, service, action, **parameters):
        return getattr(self.clients[service], xform_name(action))(**parameters)

    def knows(self, service, action):
        return action in self.clients[service].meta.service_model.operation_names

    def refused(self, code, service, action, **parameters):
        try:
            self.call(service, action, **parameters)
        except self.clients[service].exceptions.ClientError as error:
            self.equal(error.response['Error']['Code'], code, f'{service} {action}')
        else:
            self.failures.append(f'{service} {action} was not refused with {code}')

    def equal(self, found, wanted, what):
        self.checks += 1
        if found != wanted:
            self.failures.append(f'{what}: {found!r} is not {wanted!r}')

    def true(self, holds, what):
        self.equal(bool(holds), True, what)


def present():
    """What docs/local-aws.md says is there: (service, action)."""
    titles = {
        'Lambda': 'lambda',
        'CloudWatch': 'cloudwatch',
        'CloudWatch Logs': 'logs',
        'ECR': 'ecr',
        'S3': 's3',
        'IAM': 'iam',
        'STS': 'sts',
        'Systems Manager parameters': 'ssm',
        'Secrets Manager': 'secretsmanager',
        'CloudFormation': 'cloudformation',
        'SNS': 'sns',
        'EventBridge': 'events',
        'Signer': 'signer',
    }
    found, service = [], None
    with open(PAGE, encoding='utf8') as page:
        for line in page:
            title = re.match(r'### (.+?): \d+ emulated', line)
            if title:
                service = titles[title[1]]
            row = re.match(r'\| (\w+) \| (emulated|stored) \|', line)
            if row and service:
                found.append((service, row[1]))
    return found


def main():
    judge = Judge()
    aws = Aws(judge)
    for part in (lambda_plane.drive, watching.drive, others.drive, messages.drive, images.drive, signing.drive, cli.drive):
        try:
            part(aws)
        except Exception:
            aws.failures.append(traceback.format_exc())
    known = {(service, action) for service, client in aws.clients.items() for action in client.meta.service_model.operation_names}
    # An action that this botocore is too old to know cannot be checked by it.
    undriven = [f'{service} {action} was never answered' for service, action in present()
                if (service, action) in known and (service, action) not in judge.answered]
    young = [f'{service} {action}' for service, action in present() if (service, action) not in known]
    if young:
        print('not known to this botocore: ' + ', '.join(young))
    problems = sorted(set(aws.failures)) + sorted(set(judge.problems)) + undriven
    for problem in problems:
        print(f'PROBLEM {problem}')
    print(f'{len(judge.answered)} actions answered and checked against botocore, {aws.checks} checks, {len(problems)} problems')
    sys.exit(1 if problems else 0)


main()
