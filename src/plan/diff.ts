/** What a release changes, one line each. Values of the environment are secrets until proven otherwise: digests stand in. */
import type { FunctionConfig } from '../core/function';
import { Digest } from '../core/values';
import type { Live } from './plan';
import type { Wanted } from './wanted';

type Environment = FunctionConfig['environment'];

/**
 * Between the version the alias serves and the one wanted: `~ memorySize 128 -> 256`, `+ environment.TABLE (1a2b3c4d)`,
 * `~ code 1a2b3c4d -> 5e6f7a8b` (the first digits of the SHA-256). A key that differs without being declared is marked:
 * it stands in $LATEST and would go live with the rest.
 */
export function changesOf(wanted: Wanted, declared: Partial<FunctionConfig>, live: Live): string[] {
  const { serving } = live;
  const mark = (key: string): string =>
    key in declared || serving === null ? '' : ' (not declared, stands in $LATEST)';
  const code = line('code', serving && codeOf(serving.digest), codeOf(wanted.digest));
  const config = Object.keys(wanted.config)
    .filter((key): key is keyof FunctionConfig => key !== 'environment')
    .sort()
    .flatMap((key) => marked(line(key, serving?.config[key], wanted.config[key]), mark(key)));
  const environment = environmentLines(serving?.config.environment ?? {}, wanted.config.environment ?? {});
  return [...code, ...config, ...environment.flatMap((change) => marked([change], mark('environment')))];
}

function environmentLines(from: Environment, to: Environment): string[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return names.flatMap((name) => {
    const [before, after] = [shownValue(from, name), shownValue(to, name)];
    const key = `environment.${name}`;
    if (before === null && after !== null) return [`+ ${key} (${after})`];
    if (before !== null && after === null) return [`- ${key} (${before})`];
    return line(key, before, after);
  });
}

/** Nothing when both are the same. */
function line(key: string, from: unknown, to: unknown): string[] {
  if (to === undefined || from === to) return [];
  return [from === null || from === undefined ? `+ ${key} ${to}` : `~ ${key} ${from} -> ${to}`];
}

const marked = (lines: readonly string[], mark: string): string[] => lines.map((text) => text + mark);

/** What `sha256sum` of the zip begins with. */
const codeOf = (digest: Digest): string => Buffer.from(digest, 'base64').toString('hex').slice(0, 8);

function shownValue(environment: Environment, name: string): string | null {
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  return value === undefined ? null : Digest.short(value);
}
