/** Settings of the account. */
import type { World } from '../world';
import { checkText, given } from './checks';

/** The first one is the default. */
const values: { readonly [name: string]: readonly string[] } = {
  BASIC_SCAN_TYPE_VERSION: ['AWS_NATIVE', 'CLAIR'],
  BLOB_MOUNTING: ['DISABLED', 'ENABLED'],
  REGISTRY_POLICY_SCOPE: ['V2', 'V1'],
};

export function accountSetting({ registry }: Pick<World, 'registry'>, name: string): string {
  checkText('name', name, { values: Object.keys(values) });
  return String(registry.settings.get(`AccountSetting ${name}`) ?? values[name]?.[0]);
}

export function insistOnSetting(input: {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}): { name: string; value: string } {
  const [name, value] = [given('name', input.name), given('value', input.value)];
  checkText('name', name, { values: Object.keys(values) });
  checkText('value', value, { values: values[name] ?? [] });
  return { name, value };
}
