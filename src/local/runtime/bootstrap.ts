/**
 * What runs inside an execution environment: loads the handler and speaks the Lambda Runtime API, as AWS's own
 * Node.js runtime client does. It is text because the process that runs it is not ours: it reads this from its
 * standard input, so nothing depends on where shipit was compiled or bundled to, and no file is left behind.
 *
 * Descriptor 3 is the lifeline: it closes when the process that started this one ends, however it ends. A thread
 * watches it, because a handler may keep the main thread busy for ever.
 */
import { nodeLogSource } from './node-log';
import { nodeStreamSource } from './node-stream';

export const bootstrapSource = String.raw`'use strict';
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const util = require('node:util');
const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');
const { Worker } = require('node:worker_threads');

const lifeline =
  "const { Socket } = require('node:net');" +
  "new Socket({ fd: 3 }).on('error', () => {}).on('close', () => {" +
  "try { process.kill(-process.pid, 'SIGKILL'); } catch { process.kill(process.pid, 'SIGKILL'); } }).resume();";
new Worker(lifeline, { eval: true, execArgv: [] }).unref();

const { env, stdout, stderr } = process;
const root = env.LAMBDA_TASK_ROOT;
const [apiHost, apiPort] = env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const awsNodeMajor = Number(/nodejs(\d+)/.exec(env.AWS_EXECUTION_ENV)[1]);

let current = null;
let serving = false;
${nodeLogSource}
function named(name, message) {
  const error = new Error(message);
  error.name = name;
  return error;
}

function describe(error) {
  if (util.types.isNativeError(error) || (error && error.name && error.message && error.stack)) {
    const trace = String(error.stack || '').split('\n');
    return { errorType: String(error.name), errorMessage: String(error.message), trace };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

function call(method, where, body, headers) {
  return new Promise((resolve) => {
    const options = { agent, host: apiHost, port: apiPort, method, path: '/2018-06-01/runtime/' + where, headers };
    const request = http.request(options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }));
      response.on('error', () => process.exit(1));
    });
    request.on('error', () => process.exit(1));
    request.end(body);
  });
}

const report = () => logged + ' ' + process.resourceUsage().maxRSS;

function post(where, text, type, goesOn) {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), 'shipit-report': report() };
  if (type) headers['lambda-runtime-function-error-type'] = type.replace(/[^\x21-\x7e]/g, '_');
  if (goesOn) headers['shipit-next'] = '1';
  return call('POST', where, text, headers);
}

function logFailure(title, error) {
  const described = describe(error);
  if (asJson) log('ERROR', [error]);
  else log('ERROR', [title + ' \t' + JSON.stringify({ ...described, stack: described.trace, trace: undefined })]);
  return described;
}

function postError(where, title, error) {
  const described = logFailure(title, error);
  return post(where, JSON.stringify(described), described.errorType);
}

async function die(title, error, code) {
  if (serving && !current) process.exit(code);
  if (current && current.breakOff) {
    await current.breakOff(error, title);
    process.exit(code);
  }
  const where = current ? 'invocation/' + current.id + '/error' : 'init/error';
  await postError(where, title, error);
  process.exit(code);
}

function isModule(file) {
  if (file.endsWith('.mjs')) return true;
  if (file.endsWith('.cjs')) return false;
  for (let folder = path.dirname(file); folder.length >= root.length; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest)) return JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
    if (folder === path.dirname(folder)) return false;
  }
  return false;
}

async function loadModule(name) {
  const base = path.resolve(root, name);
  const file = ['', '.js', '.mjs', '.cjs'].map((end) => base + end).find((each) => {
    return fs.existsSync(each) && fs.statSync(each).isFile();
  });
  if (file && isModule(file)) return import(pathToFileURL(file).href);
  const load = createRequire(path.join(root, 'index.js'));
  if (file) return load(file);
  try {
    return load(load.resolve(name));
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    throw named('Runtime.ImportModuleError', "Error: Cannot find module '" + path.basename(name) + "'\nRequire stack:\n- /var/runtime/index.mjs");
  }
}

function blame(error) {
  if (String(error && error.name).startsWith('Runtime.')) return error;
  if (error instanceof SyntaxError) return Object.assign(error, { name: 'Runtime.UserCodeSyntaxError', message: String(error) });
  const missing = error && (error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_MODULE_NOT_FOUND');
  return missing ? Object.assign(error, { name: 'Runtime.ImportModuleError', message: String(error) }) : error;
}

async function loadHandler(text) {
  const parts = /^(.*\/)?([^./]+)\.(.+)$/.exec(text);
  if (!parts || text.includes('..')) throw named('Runtime.MalformedHandlerName', 'Bad handler');
  const loaded = await loadModule((parts[1] || '') + parts[2]);
  const find = (start) => parts[3].split('.').reduce((value, key) => (value == null ? undefined : value[key]), start);
  const handler = find(loaded) === undefined ? find(loaded.default) : find(loaded);
  if (handler === undefined) throw named('Runtime.HandlerNotFound', text + ' is undefined or not exported');
  if (typeof handler !== 'function') throw named('Runtime.HandlerNotFound', text + ' is not a function');
  if (handler.length >= 3 && handler[streams] !== 'response' && awsNodeMajor >= 24)
    throw named('Runtime.CallbackHandlerDeprecated', 'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.');
  return handler;
}

function contextOf(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const client = headers['lambda-runtime-client-context'];
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: client ? JSON.parse(client) : undefined,
    identity: undefined,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.timeOrigin - performance.now())),
  };
}

/** Up to Node.js 22 a handler without a promise answers by its callback, or with null once the event loop is empty. */
function run(handler, event, context) {
  return new Promise((resolve, reject) => {
    const settle = (error, result) => (error == null ? resolve(result) : reject(error));
    let called = false;
    const callback = (error, result) => {
      if (called) return;
      called = true;
      if (error == null && context.callbackWaitsForEmptyEventLoop) current.whenEmpty = () => settle(error, result);
      else settle(error, result);
    };
    if (awsNodeMajor < 24) Object.assign(context, { done: settle, succeed: resolve, fail: reject });
    const answer = handler(event, context, callback);
    const promised = answer != null && typeof answer.then === 'function';
    if (promised) answer.then(resolve, reject);
    else if (awsNodeMajor >= 24) resolve(answer);
    else current.whenEmpty = current.whenEmpty || (() => resolve(null));
  });
}

${nodeStreamSource}
function stringify(value) {
  try {
    return JSON.stringify(value === undefined ? null : value) || 'null';
  } catch {
    throw named('Runtime.JSONStringifyError', 'Unable to stringify response body');
  }
}

/** Answers with the next work when that came along with the answer, else with null. */
async function serveOne(handler, given) {
  const { headers, body } = given || (await call('GET', 'invocation/next'));
  const context = contextOf(headers);
  current = { id: context.awsRequestId, whenEmpty: null, breakOff: null };
  env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
  const where = 'invocation/' + current.id;
  try {
    const event = body === '' ? {} : JSON.parse(body);
    if (handler[streams] === 'response') await stream(handler, event, context);
    else {
      const text = stringify(await run(handler, event, context));
      current = null;
      const next = await post(where + '/response', text, null, true);
      return next.status === 200 ? next : null;
    }
  } catch (error) {
    if (current.breakOff) await current.breakOff(error, 'Invoke Error');
    else await postError(where + '/error', 'Invoke Error', error);
  }
  current = null;
  return null;
}

process.on('uncaughtException', (error) => die('Uncaught Exception', error, 129));
process.on('unhandledRejection', (reason) => {
  die('Unhandled Promise Rejection', named('Runtime.UnhandledPromiseRejection', String(reason)), 128);
});
process.on('beforeExit', () => {
  const then = current && current.whenEmpty;
  if (then) then();
  else die('Unexpected exit', named('Runtime.NodeJsExit', 'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes'), 1);
});

function serve(handler, given) {
  serving = true;
  serveOne(handler, given).then((next) => serve(handler, next));
}
loadHandler(env._HANDLER).then((handler) => serve(handler, null), (error) => die('Uncaught Exception', blame(error), 1));
`;
