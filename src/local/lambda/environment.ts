/** Environment variables of a function, and what Lambda refuses of them. */
import { insist } from './constraints';
import { refusal } from './errors';

type Variables = Readonly<{ [name: string]: string }>;

/** Of the whole map as JSON (Lambda quotas). */
const limitBytes = 4096;

/** Set by Lambda itself (Lambda Developer Guide, "Defined runtime environment variables"). */
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
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);

const unable =
  'Lambda was unable to configure your environment variables because the environment variables you have provided';

const namePattern = '[a-zA-Z]([a-zA-Z0-9_])+';
const nameForm = new RegExp(`^${namePattern}$`);

/** AWS does not show what it calls sensitive. */
const badNames = `Value at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: ${namePattern}, Member must not be null]`;

/** Null when there are none: Lambda then leaves the member out. */
export function readEnvironment(variables: Variables): Variables | null {
  const names = Object.keys(variables);
  const taken = names.filter((name) => reserved.has(name));
  if (taken.length > 0)
    throw refusal.invalid(
      `${unable} contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${taken.join(', ')}`,
    );
  insist(names.every((name) => nameForm.test(name)) ? null : badNames);
  const json = JSON.stringify(variables);
  if (Buffer.byteLength(json) > limitBytes)
    throw refusal.invalid(`${unable} exceeded the 4KB limit. String measured: ${json}`);
  return names.length === 0 ? null : { ...variables };
}
