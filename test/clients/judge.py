"""Lets botocore judge the answers of the local AWS: every raw body against the shape that AWS publishes for it."""
import json
import xml.etree.ElementTree as tree

from botocore.validate import ParamValidator

NUMBERS = {'integer': int, 'long': int, 'float': (int, float), 'double': (int, float)}


# Members of the model that the SDK has and an older botocore does not.
YOUNG = {'AnomalyDetectorId'}


class Judge:
    """Hears every answer of the clients it is given, and keeps what is wrong and which actions were answered well."""

    def __init__(self):
        self.problems = []
        self.answered = set()
        self.bodies = {}

    def hear(self, service, client):
        client.meta.events.register('before-parse', self._raw)
        client.meta.events.register('after-call', lambda parsed, model, **_: self._parsed(service, model, parsed))

    def _raw(self, operation_model, response_dict, **_):
        shape = operation_model.output_shape
        body = response_dict['body']
        if response_dict['status_code'] >= 300 or shape is None or operation_model.has_event_stream_output:
            return
        protocol = operation_model.service_model.resolved_protocol
        name = operation_model.name
        payload = shape.serialization.get('payload')
        if operation_model.has_streaming_output:
            return
        if payload is not None:
            shape = shape.members[payload]
            if shape.type_name == 'blob' or shape.type_name == 'string':
                return
        if protocol in ('json', 'rest-json'):
            if body:
                self._json(name, shape, json.loads(body), name, protocol == 'rest-json')
        elif body:
            self._root(name, shape, tree.fromstring(body), protocol)

    def _parsed(self, service, model, parsed):
        if parsed['ResponseMetadata']['HTTPStatusCode'] >= 300:
            return
        self.answered.add((service, model.name))
        if model.output_shape is None or model.has_event_stream_output:
            return
        given = {key: value for key, value in parsed.items() if key != 'ResponseMetadata'}
        report = ParamValidator().validate(given, model.output_shape)
        # A range or a missing member of an output is AWS's own business; a type is not.
        for kind, name, details in report._errors:
            # boto3 reads the policies of IAM itself, and puts what they say in place of their text.
            if service == 'iam' and name.endswith('Document'):
                continue
            if kind in ('invalid type', 'unknown field'):
                self.problems.append(f'{service} {model.name}: {kind} at {name}: {details}')

    def _say(self, name, where, what):
        self.problems.append(f'{name}: {where}: {what}')

    def _json(self, name, shape, value, where, rest):
        if value is None:
            return
        kind = shape.type_name
        if kind == 'structure':
            if getattr(shape, 'is_document_type', False):
                return
            if not isinstance(value, dict):
                return self._say(name, where, f'{type(value).__name__} instead of a structure')
            members = {
                (member.serialization.get('name', key) if rest else key): member
                for key, member in shape.members.items()
                if member.serialization.get('location') is None
            }
            for key, inner in value.items():
                if key not in members and key not in YOUNG:
                    self._say(name, f'{where}.{key}', 'unknown member')
                elif key in members:
                    self._json(name, members[key], inner, f'{where}.{key}', rest)
        elif kind == 'list':
            if not isinstance(value, list):
                return self._say(name, where, f'{type(value).__name__} instead of a list')
            for index, item in enumerate(value):
                self._json(name, shape.member, item, f'{where}[{index}]', rest)
        elif kind == 'map':
            if not isinstance(value, dict):
                return self._say(name, where, f'{type(value).__name__} instead of a map')
            for key, item in value.items():
                self._json(name, shape.value, item, f'{where}.{key}', rest)
        else:
            self._scalar(name, shape, value, where)

    def _scalar(self, name, shape, value, where):
        kind = shape.type_name
        if kind == 'boolean':
            right = isinstance(value, bool)
        elif kind in NUMBERS:
            right = isinstance(value, NUMBERS[kind]) and not isinstance(value, bool)
        elif kind == 'timestamp':
            iso = shape.serialization.get('timestampFormat') == 'iso8601'
            right = isinstance(value, str) if iso else isinstance(value, (int, float))
        else:
            right = isinstance(value, str)
        if not right:
            self._say(name, where, f'{type(value).__name__} instead of {kind}')

    def _root(self, name, shape, root, protocol):
        if protocol == 'query':
            wrapper = shape.serialization.get('resultWrapper', f'{name}Result')
            children = {bare(child.tag): child for child in root}
            unknown = set(children) - {wrapper, 'ResponseMetadata'}
            if unknown:
                self._say(name, 'response', f'unknown elements {sorted(unknown)}')
            if wrapper in children:
                self._xml(name, shape, children[wrapper], name)
        else:
            self._xml(name, shape, root, name)

    def _xml(self, name, shape, node, where):
        kind = shape.type_name
        if kind == 'structure':
            members = {}
            for key, member in shape.members.items():
                if member.serialization.get('location') is None:
                    members[xml_name(key, member)] = member
            if len(list(node)) == 0 and (node.text or '').strip() and len(members) > 0 and list(members) != [bare(node.tag)]:
                self._say(name, where, 'text instead of a structure')
            for child in node:
                member = members.get(bare(child.tag))
                if member is None:
                    self._say(name, f'{where}.{bare(child.tag)}', 'unknown element')
                elif member.type_name == 'list' and member.serialization.get('flattened'):
                    self._xml(name, member.member, child, f'{where}.{bare(child.tag)}')
                else:
                    self._xml(name, member, child, f'{where}.{bare(child.tag)}')
        elif kind == 'list':
            item = shape.member.serialization.get('name', 'member')
            for child in node:
                if bare(child.tag) != item:
                    self._say(name, f'{where}.{bare(child.tag)}', f'unknown element, {item} is expected')
                else:
                    self._xml(name, shape.member, child, f'{where}[]')
        elif kind == 'map':
            return
        else:
            self._xml_scalar(name, kind, node.text or '', where)

    def _xml_scalar(self, name, kind, text, where):
        if len(text) == 0:
            return
        try:
            if kind in NUMBERS:
                float(text)
            elif kind == 'boolean' and text not in ('true', 'false'):
                raise ValueError(text)
        except ValueError:
            self._say(name, where, f'{text!r} instead of {kind}')


def bare(tag):
    return tag.split('}')[-1]


def xml_name(key, member):
    if member.type_name == 'list' and member.serialization.get('flattened'):
        return member.member.serialization.get('name') or member.serialization.get('name', key)
    return member.serialization.get('name', key)
