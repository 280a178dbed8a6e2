/**
 * What runs a Python function: as AWS's own Python runtime client does, it loads the handler, speaks the Lambda Runtime
 * API, and gives errors and log lines their form. It is read from standard input; descriptor 3 is the lifeline.
 */
import { pythonLogSource } from './python-log';

export const pythonSource = String.raw`
import sys
sys.path[:] = [path for path in sys.path if path != '']
import datetime, decimal, http.client, importlib, json, logging, os, signal, threading, time, traceback

env = os.environ


def watch_lifeline():
    try:
        while os.read(3, 1):
            pass
    except OSError:
        pass
    if hasattr(os, 'killpg'):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


threading.Thread(target=watch_lifeline, daemon=True).start()


class Current:
    request_id = None


${pythonLogSource}
class Fault(Exception):
    def __init__(self, error_type, message, trace=None):
        super().__init__(message)
        self.error_type = error_type
        self.trace = trace or []


def described(error):
    if isinstance(error, Fault):
        error_type, trace = error.error_type, error.trace
    else:
        frames = traceback.extract_tb(error.__traceback__)
        while frames and frames[0].filename == '<stdin>':
            frames.pop(0)
        plain = [(frame.filename, frame.lineno, frame.name, frame.line) for frame in frames]
        error_type, trace = type(error).__name__, traceback.format_list(plain)
    return {'errorMessage': str(error), 'errorType': error_type, 'requestId': Current.request_id or '', 'stackTrace': trace}


def most_memory_kb():
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == 'darwin' else most


connection = http.client.HTTPConnection(env['AWS_LAMBDA_RUNTIME_API'])
connection.connect()


def call(method, where, body=None, headers={}):
    connection.request(method, '/2018-06-01/runtime/' + where, body, headers)
    response = connection.getresponse()
    return response.headers, response.read()


def post(where, text, error_type=None):
    report = '%d %d' % (Output.logged, most_memory_kb())
    headers = {'content-type': 'application/json', 'shipit-report': report}
    if error_type:
        headers['lambda-runtime-function-error-type'] = ''.join(c if '!' <= c <= '~' else '_' for c in error_type)
    call('POST', where, text.encode('utf-8'), headers)


def post_error(where, error):
    result = described(error)
    log_error(result)
    post(where, json.dumps(result), result['errorType'])


def load_handler(name):
    module_name, dot, function_name = name.rpartition('.')
    if not dot:
        raise Fault('Runtime.MalformedHandlerName', "Bad handler '%s': not enough values to unpack (expected 2, got 1)" % name)
    if module_name.split('.')[0] in sys.builtin_module_names:
        raise Fault('Runtime.BuiltInModuleConflict', 'Cannot use built-in module %s as a handler module' % module_name)
    try:
        module = importlib.import_module(module_name.replace('/', '.'))
    except ImportError as error:
        raise Fault('Runtime.ImportModuleError', "Unable to import module '%s': %s" % (module_name, error))
    except SyntaxError as error:
        trace = ['  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text)]
        raise Fault('Runtime.UserCodeSyntaxError', "Syntax error in module '%s': %s" % (module_name, error), trace)
    if not hasattr(module, function_name):
        raise Fault('Runtime.HandlerNotFound', "Handler '%s' missing on module '%s'" % (function_name, module_name))
    return getattr(module, function_name)


class CognitoIdentity:
    def __init__(self, of):
        self.cognito_identity_id = of.get('cognitoIdentityId')
        self.cognito_identity_pool_id = of.get('cognitoIdentityPoolId')


class Client:
    def __init__(self, of):
        for name in ('installation_id', 'app_title', 'app_version_name', 'app_version_code', 'app_package_name'):
            setattr(self, name, of.get(name))


class ClientContext:
    def __init__(self, of):
        self.client = Client(of['client']) if of.get('client') else None
        self.custom = of.get('custom')
        self.env = of.get('env')


class LambdaContext:
    def __init__(self, headers):
        client, identity = headers.get('lambda-runtime-client-context'), headers.get('lambda-runtime-cognito-identity')
        self.aws_request_id = headers['lambda-runtime-aws-request-id']
        self.log_group_name = env['AWS_LAMBDA_LOG_GROUP_NAME']
        self.log_stream_name = env['AWS_LAMBDA_LOG_STREAM_NAME']
        self.function_name = env['AWS_LAMBDA_FUNCTION_NAME']
        self.memory_limit_in_mb = env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE']
        self.function_version = env['AWS_LAMBDA_FUNCTION_VERSION']
        self.invoked_function_arn = headers['lambda-runtime-invoked-function-arn']
        self.client_context = ClientContext(json.loads(client)) if client else None
        self.identity = CognitoIdentity(json.loads(identity) if identity else {})
        self._deadline_ms = int(headers['lambda-runtime-deadline-ms'])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline_ms - int(time.time() * 1000))

    def log(self, text):
        sys.stdout.write(str(text))


def plain(value):
    if isinstance(value, decimal.Decimal):
        return float(value)
    raise TypeError('Object of type %s is not JSON serializable' % type(value).__name__)


def answer(handler, headers, body):
    try:
        event = json.loads(body) if body else {}
    except ValueError as error:
        raise Fault('Runtime.UnmarshalError', 'Unable to unmarshal input: %s' % error)
    value = handler(event, LambdaContext(headers))
    try:
        return json.dumps(value, allow_nan=False, default=plain)
    except (TypeError, ValueError, RecursionError) as error:
        raise Fault('Runtime.MarshalError', 'Unable to marshal response: %s' % error)


def serve(handler):
    headers, body = call('GET', 'invocation/next')
    Current.request_id = headers['lambda-runtime-aws-request-id']
    env['_X_AMZN_TRACE_ID'] = headers['lambda-runtime-trace-id']
    where = 'invocation/' + Current.request_id
    try:
        text = answer(handler, headers, body)
    except Exception as error:
        post_error(where + '/error', error)
    else:
        post(where + '/response', text)


set_up_logging()
sys.path.insert(0, env['LAMBDA_TASK_ROOT'])
try:
    handler = load_handler(env['_HANDLER'])
except Exception as error:
    post_error('init/error', error)
    os._exit(1)
while True:
    serve(handler)
`;
