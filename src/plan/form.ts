/** Configurations as texts that are equal when they mean the same. */
import type { FunctionSpec } from '../config/project';
import { canonicalJson } from '../core/canonical';
import type { FunctionConfig } from '../core/function';
import { Secret } from '../core/secret';

export function canonical(config: Partial<FunctionConfig>): string {
  const environment = Object.entries(config.environment ?? {}).map(([name, value]) => [
    name,
    Secret.reveal(value),
  ]);
  return canonicalJson({ ...config, environment: Object.fromEntries(environment) });
}

/** Without the description: each version has one of its own. */
export function comparable({ description: _, ...config }: Partial<FunctionConfig>): string {
  return canonical(config);
}

/** Without keys that are there but undefined: they would hide what is live. */
export function declared(spec: FunctionSpec): Partial<FunctionConfig> {
  return Object.fromEntries(Object.entries(spec.config).filter(([, value]) => value !== undefined));
}
