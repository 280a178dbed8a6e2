/**
 * The part of the Node.js bootstrap that logs. Output goes out synchronously, so that what was logged before a crash is
 * not lost, and is counted, so that the other side knows when it has all lines of an invocation.
 */
import { inner } from './log';

export const nodeLogSource = String.raw`
let logged = 0;
const asJson = env.AWS_LAMBDA_LOG_FORMAT === 'JSON';
const ranks = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const leastRank = ranks.indexOf(env.AWS_LAMBDA_LOG_LEVEL);

function write(chunk, encoding, then) {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8') : chunk;
  for (let at = 0; at < bytes.length; ) at += writeSome(bytes, at);
  logged += bytes.length;
  const done = typeof encoding === 'function' ? encoding : then;
  if (done) process.nextTick(done);
  return true;
}

function writeSome(bytes, at) {
  try {
    return fs.writeSync(1, bytes, at);
  } catch (error) {
    if (error.code !== 'EAGAIN') process.exit(1);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    return 0;
  }
}

function plainError(_, value) {
  if (!(value instanceof Error)) return value;
  const stackTrace = typeof value.stack === 'string' ? value.stack.split('\n') : [];
  return { errorType: value.name || value.constructor.name, errorMessage: value.message, stackTrace };
}

function jsonLine(level, requestId, args) {
  const line = { timestamp: new Date().toISOString(), level, requestId };
  if (args.length === 1) {
    try {
      return JSON.stringify({ ...line, message: args[0] }, plainError);
    } catch {
      return JSON.stringify({ ...line, message: util.format(args[0]) });
    }
  }
  const error = args.find((each) => each instanceof Error);
  return JSON.stringify({ ...line, message: util.format(...args), ...(error && plainError('', error)) });
}

function log(level, args) {
  if (ranks.indexOf(level) < leastRank) return;
  const id = current ? current.id : undefined;
  if (asJson) return write(jsonLine(level, id, args) + '\n');
  const text = new Date().toISOString() + '\t' + id + '\t' + level + '\t' + util.format(...args);
  write((text.includes('\n') ? text.replaceAll('\n', ${JSON.stringify(`${inner}\n`)}) : text) + '\n');
}

stdout.write = write;
stderr.write = write;
const levels = { log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR', debug: 'DEBUG', trace: 'TRACE', fatal: 'FATAL' };
for (const [method, level] of Object.entries(levels)) console[method] = (...args) => log(level, args);
`;
