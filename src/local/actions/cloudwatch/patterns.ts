/** Further checks of single members, in the words of the service. */

/** An absent value is no problem. */
export function matching(field: string, value: string | undefined, pattern: string): string | null {
  if (value === undefined || new RegExp(`^(?:${pattern})$`, 'su').test(value)) return null;
  return violated(`'${value}'`, field, `Member must satisfy regular expression pattern: ${pattern}`);
}

/** Of a list of structures, which are not shown. An absent list is no problem. */
export function atMost(field: string, list: readonly unknown[] | undefined, most: number): string | null {
  if (list === undefined || list.length <= most) return null;
  return violated(
    `'[${list.length} members]'`,
    field,
    `Member must have length less than or equal to ${most}`,
  );
}

const violated = (value: string, field: string, rule: string): string =>
  `Value ${value} at '${field}' failed to satisfy constraint: ${rule}`;
