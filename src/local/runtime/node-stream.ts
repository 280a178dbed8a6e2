/**
 * The part of the Node.js bootstrap that streams responses: `awslambda.streamifyResponse` and
 * `awslambda.HttpResponseStream` (docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html).
 */
export const nodeStreamSource = String.raw`
const { Writable } = require('node:stream');
const { finished } = require('node:stream/promises');
const streams = Symbol.for('aws.lambda.runtime.handler.streaming');
const errorTrailers = ['lambda-runtime-function-error-type', 'lambda-runtime-function-error-body'];

/** The request that carries the response is opened by the first piece. */
class ResponseStream extends Writable {
  constructor(id) {
    super();
    this.id = id;
    this.contentType = 'application/octet-stream';
    this.prelude = null;
    this.request = null;
    this.taken = new Promise((resolve) => {
      this.whenTaken = resolve;
    });
  }

  setContentType(type) {
    if (this.request) throw named('InvalidStreamingOperation', 'Cannot set content-type, too late.');
    this.contentType = String(type);
  }

  write(chunk, ...rest) {
    const text = typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk : JSON.stringify(chunk);
    return super.write(text, ...rest);
  }

  begin() {
    if (this.request) return;
    const path = '/2018-06-01/runtime/invocation/' + this.id + '/response';
    const headers = {
      'content-type': this.contentType,
      'transfer-encoding': 'chunked',
      'lambda-runtime-function-response-mode': 'streaming',
      trailer: [...errorTrailers, 'shipit-report'].join(', '),
    };
    current.breakOff = (error, title) => this.breakOff(error, title);
    this.request = http.request({ agent, host: apiHost, port: apiPort, method: 'POST', path, headers }, (response) => {
      response.on('end', this.whenTaken).resume();
    });
    this.request.on('error', () => process.exit(1));
    if (this.prelude !== null) this.request.write(Buffer.concat([Buffer.from(this.prelude), Buffer.alloc(8)]));
  }

  _write(chunk, encoding, done) {
    this.begin();
    this.request.write(chunk, () => done());
  }

  _final(done) {
    this.begin();
    this.request.addTrailers({ 'shipit-report': report() });
    this.request.end();
    done();
  }

  /** What was sent stays sent; the trailers say that it is not all. */
  breakOff(error, title) {
    const { errorType, ...described } = logFailure(title, error);
    if (this.request.writableEnded) return this.taken;
    const body = Buffer.from(JSON.stringify({ errorType, ...described })).toString('base64');
    const values = [errorType.replace(/[^\x21-\x7e]/g, '_'), body];
    this.request.addTrailers({
      ...Object.fromEntries(errorTrailers.map((name, at) => [name, values[at]])),
      'shipit-report': report(),
    });
    this.request.end();
    return this.taken;
  }
}

async function stream(handler, event, context) {
  const response = new ResponseStream(current.id);
  const over = finished(response).then(() => response.taken);
  over.catch(() => undefined);
  const answer = handler(event, response, context);
  if (answer == null || typeof answer.then !== 'function')
    throw named('Runtime.MalformedStreamingHandler', 'Streaming does not support non-async handlers.');
  await Promise.race([answer, over.then(() => answer)]);
  await over;
}

globalThis.awslambda = {
  ...globalThis.awslambda,
  streamifyResponse(handler) {
    handler[streams] = 'response';
    return handler;
  },
  HttpResponseStream: {
    from(response, prelude) {
      response.setContentType('application/vnd.awslambda.http-integration-response');
      response.prelude = JSON.stringify(prelude);
      return response;
    },
  },
};
`;
