/**
 * The part of the Python client that logs: output is unbuffered and counted, log records are one message each, and errors
 * have the form of AWS's own client.
 */
import { inner } from './log';

export const pythonLogSource = String.raw`
CONTINUED = ${JSON.stringify(`${inner}\n`)}
AS_JSON = env.get('AWS_LAMBDA_LOG_FORMAT') == 'JSON'


class Output:
    """Unbuffered and counted, standard output and error in the order in which they were written."""

    logged = 0
    lock = threading.RLock()

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def write(self, text):
        rest = memoryview(text.encode('utf-8', 'backslashreplace'))
        with Output.lock:
            Output.logged += len(rest)
            while rest:
                rest = rest[os.write(1, rest):]
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass


sys.stdout, sys.stderr = Output(sys.stdout), Output(sys.stderr)


def write_message(text):
    sys.stdout.write(text.rstrip('\n').replace('\n', CONTINUED) + '\n')


def timestamp(seconds):
    moment = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
    return moment.strftime('%Y-%m-%dT%H:%M:%S.') + '%03dZ' % (moment.microsecond // 1000)


class TextFormatter(logging.Formatter):
    def format(self, record):
        record.aws_request_id = Current.request_id or ''
        return super().format(record)

    def formatTime(self, record, datefmt=None):
        return timestamp(record.created)


plain_fields = set(vars(logging.LogRecord('', 0, '', 0, '', (), None))) | {'message', 'asctime', 'aws_request_id', 'taskName'}


class JsonFormatter(logging.Formatter):
    def format(self, record):
        line = {
            'timestamp': timestamp(record.created),
            'level': record.levelname,
            'message': record.getMessage(),
            'logger': record.name,
        }
        if record.exc_info and record.exc_info[0]:
            kind, value, trace = record.exc_info
            line['stackTrace'] = traceback.format_tb(trace)
            line['errorType'] = kind.__name__
            line['errorMessage'] = str(value)
            line['location'] = '%s:%s:%s' % (record.pathname, record.funcName, record.lineno)
        if Current.request_id:
            line['requestId'] = Current.request_id
        for name, value in vars(record).items():
            if name not in plain_fields:
                line.setdefault(name, value)
        return json.dumps(line, ensure_ascii=False, default=str)


class LogHandler(logging.Handler):
    def emit(self, record):
        try:
            write_message(self.format(record))
        except Exception:
            self.handleError(record)


def set_up_logging():
    handler = LogHandler()
    text = TextFormatter('[%(levelname)s]\t%(asctime)s\t%(aws_request_id)s\t%(message)s')
    handler.setFormatter(JsonFormatter() if AS_JSON else text)
    root = logging.getLogger()
    root.addHandler(handler)
    level = {'TRACE': 'DEBUG', 'WARN': 'WARNING', 'FATAL': 'CRITICAL'}.get(env.get('AWS_LAMBDA_LOG_LEVEL'), env.get('AWS_LAMBDA_LOG_LEVEL'))
    if level:
        root.setLevel(level)


def log_error(result):
    if AS_JSON:
        return write_message(json.dumps({'timestamp': timestamp(time.time()), 'level': 'ERROR', **result}, ensure_ascii=False))
    title = '[ERROR] ' + result['errorType'] + (': ' + result['errorMessage'] if result['errorMessage'] else '')
    trace = [line for entry in result['stackTrace'] for line in entry.splitlines()]
    indented = ['\u00a0' * (len(line) - len(line.lstrip(' '))) + line.lstrip(' ') for line in trace]
    write_message('\n'.join([title, 'Traceback (most recent call last):', *indented]))
`;
