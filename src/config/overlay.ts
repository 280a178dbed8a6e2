import { awsDefaults, type FunctionConfig } from '../core/function';
import { Duration } from '../core/values';
import type { Defaults, LambdaFunction } from './schema.gen';

/** Defaults under a function: what the function says wins, maps are merged by key, lists are replaced. */
export function overlay(defaults: Defaults, own: LambdaFunction): LambdaFunction {
  const layered = { ...defaults, ...own };
  if (defaults.environment && own.environment) {
    layered.environment = { ...defaults.environment, ...own.environment };
  }
  return layered;
}

/** The configuration in the units of AWS: `null` becomes AWS's default, what is absent stays absent. */
export function configOf(layered: LambdaFunction): Partial<FunctionConfig> {
  const { runtime, handler, role, memorySize, timeout, environment } = layered;
  return {
    ...(runtime === undefined ? {} : { runtime }),
    ...(handler === undefined ? {} : { handler }),
    ...(role === undefined ? {} : { role }),
    ...(memorySize === undefined ? {} : { memorySize: memorySize ?? awsDefaults.memorySize }),
    ...(timeout === undefined ? {} : { timeout: timeout === null ? awsDefaults.timeout : seconds(timeout) }),
    ...(environment === undefined ? {} : { environment: environment ?? awsDefaults.environment }),
  };
}

/** Whole seconds; the rules have refused everything else. */
function seconds(text: string): number {
  return (Duration.parse(text) ?? 0) / 1000;
}
