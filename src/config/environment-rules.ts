import { Secret } from '../core/secret';
import type { Problem } from './problem';
import { keyProblem, valueProblem } from './rule';
import { secretForm } from './secret-forms';
import type { Subject } from './subject';

/** What Lambda takes for all variables of a function together, measured as JSON (AWS Lambda quotas). */
const maxBytes = 4096;

/** Set by Lambda itself (AWS Lambda developer guide, "Defined runtime environment variables"). */
const reserved = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);

/** What the schema cannot say about the environment of a function. */
export function environmentProblems(subject: Subject): Problem[] {
  const { environment } = subject.layered;
  if (!environment) return [];
  return [
    ...Object.keys(environment).flatMap((name) => reservedProblems(subject, name)),
    ...Object.entries(environment).flatMap((variable) => secretProblems(subject, variable)),
    ...tooLargeProblems(subject, environment),
  ];
}

function reservedProblems(subject: Subject, name: string): Problem[] {
  if (!reserved.has(name)) return [];
  const what = `\`${name}\` is set by Lambda itself`;
  return [keyProblem(subject, ['environment', name], { what, hint: 'delete it, or choose another name' })];
}

/** A value that a reference led to is no text but a Secret, and is not in the file. */
function secretProblems(subject: Subject, [name, value]: [string, string | Secret]): Problem[] {
  const allowed = subject.layered.plainSecrets ?? [];
  const form = typeof value === 'string' && !allowed.includes(name) ? secretForm(value) : null;
  if (form === null) return [];
  const hint = `write \${secret:<name>#<key>} or \${ssm:<path>} instead, or add ${name} to \`plainSecrets\``;
  const said = valueProblem(subject, ['environment', name], { what: `looks like ${form}`, hint });
  return [{ ...said, hidden: true }];
}

function tooLargeProblems(
  subject: Subject,
  environment: Readonly<{ [name: string]: string | Secret }>,
): Problem[] {
  const texts = Object.entries(environment).map(([name, value]) => [name, Secret.reveal(value)]);
  const bytes = Buffer.byteLength(JSON.stringify(Object.fromEntries(texts)));
  if (bytes <= maxBytes) return [];
  const what = `${bytes} bytes; Lambda takes ${maxBytes} for all variables together`;
  const hint = 'keep large values in Parameter Store or in a file of the artifact';
  return [valueProblem(subject, ['environment'], { what, hint })];
}
