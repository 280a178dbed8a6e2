import { Duration } from '../core/values';
import { escapes } from './inside';
import { overlay } from './overlay';
import type { Problem } from './problem';
import type { Draft } from './prune';
import type { Path, Source } from './read';
import type { LambdaFunction } from './schema.gen';

/** What Lambda takes for all variables of a function together, measured as JSON (AWS Lambda quotas). */
const maxEnvironmentBytes = 4096;

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

interface Subject {
  readonly key: string;
  readonly layered: LambdaFunction;
  readonly source: Source;
}

/** What the schema cannot say about functions. */
export function functionProblems(draft: Draft, source: Source): Problem[] {
  const subjects = Object.entries(draft.functions ?? {}).map(([key, own]) => ({
    key,
    layered: overlay(draft.defaults ?? {}, own),
    source,
  }));
  const single = subjects.flatMap((subject) => [
    ...codeProblems(subject),
    ...pathProblems(subject, 'code'),
    ...pathProblems(subject, 'testEvents'),
    ...timeoutProblems(subject),
    ...environmentProblems(subject),
  ]);
  return [...single, ...nameProblems(draft.project, subjects)];
}

/** Where a setting of a function is declared: at the function, else in the defaults. */
export function declaredAt(source: Source, key: string, setting: string): Path {
  const own = ['functions', key, setting];
  return source.has(own) ? own : ['defaults', setting];
}

function codeProblems({ key, layered, source }: Subject): Problem[] {
  const isThere = layered.code !== undefined || source.has(declaredAt(source, key, 'code'));
  if (isThere) return [];
  const what = `functions.${key}: \`code\` is missing`;
  return [{ at: source.keyAt(['functions', key]), what, hint: 'name a folder or a .zip file' }];
}

function pathProblems({ key, layered, source }: Subject, setting: 'code' | 'testEvents'): Problem[] {
  const path = layered[setting];
  const wrong = path === undefined ? null : escapes(path);
  if (wrong === null) return [];
  const at = declaredAt(source, key, setting);
  const what = `${at.join('.')}: ${JSON.stringify(path)} ${wrong}`;
  return [{ at: source.at(at), what, hint: 'name a path below the project file' }];
}

function timeoutProblems({ key, layered, source }: Subject): Problem[] {
  const ms = layered.timeout == null ? null : Duration.parse(layered.timeout);
  if (ms === null) return [];
  const wrong =
    (ms % 1000 !== 0 && 'is not whole seconds') ||
    (ms < 1000 && 'is less than 1s') ||
    (ms > 900_000 && 'is more than 900s (15m)');
  if (!wrong) return [];
  const at = declaredAt(source, key, 'timeout');
  const what = `${at.join('.')}: \`${layered.timeout}\` ${wrong}`;
  return [{ at: source.at(at), what, hint: 'Lambda takes 1s to 900s' }];
}

function environmentProblems({ key, layered, source }: Subject): Problem[] {
  const { environment } = layered;
  if (!environment) return [];
  const problems: Problem[] = [];
  for (const name of Object.keys(environment).filter((name) => reserved.has(name))) {
    const own = ['functions', key, 'environment', name];
    const at = source.has(own) ? own : ['defaults', 'environment', name];
    const what = `${at.join('.')}: \`${name}\` is set by Lambda itself`;
    problems.push({ at: source.keyAt(at), what, hint: 'delete it, or choose another name' });
  }
  const bytes = Buffer.byteLength(JSON.stringify(environment));
  if (bytes > maxEnvironmentBytes) {
    const what = `functions.${key}.environment: ${bytes} bytes; Lambda takes ${maxEnvironmentBytes} for all variables together`;
    const hint = 'keep large values in Parameter Store or in a file of the artifact';
    problems.push({ at: source.at(declaredAt(source, key, 'environment')), what, hint });
  }
  return problems;
}

/** The Lambda name of a function that has none of its own. */
export const defaultName = (project: string, key: string): string => `${project}-${key}`;

export const defaultAlias = 'live';

function nameProblems(project: string | undefined, subjects: readonly Subject[]): Problem[] {
  if (project === undefined) return [];
  const first = new Map<string, string>();
  return subjects.flatMap(({ key, layered, source }) => {
    const path = ['functions', key];
    const name = layered.name ?? defaultName(project, key);
    if (name.length > 64) {
      const what = `functions.${key}: the Lambda name \`${name}\` has ${name.length} characters; AWS takes 64`;
      return [{ at: source.keyAt(path), what, hint: 'give it a shorter `name`' }];
    }
    const target = `${name}:${layered.alias ?? defaultAlias}`;
    const other = first.get(target);
    if (other === undefined) first.set(target, key);
    if (other === undefined) return [];
    const what = `functions.${key}: \`${other}\` already is Lambda function \`${name}\` with alias \`${layered.alias ?? defaultAlias}\``;
    return [{ at: source.keyAt(path), what, hint: 'give one of them another `name`' }];
  });
}
