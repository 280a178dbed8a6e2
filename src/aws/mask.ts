const shown = '(not shown)';

/**
 * Takes values out of a message of AWS. Two refusals of Lambda echo the whole environment (recorded behaviour): the one
 * for its 4 KB and the one for its form. Values of one or two characters are left alone elsewhere: taking every `1`
 * out of a text would leave none.
 */
export function maskValues(text: string, values: readonly string[]): string {
  if (values.length === 0) return text;
  const withoutEcho = text
    .replace(/String measured[\s\S]*$/, `String measured: ${shown}`)
    .replace(/(Value )'[\s\S]*'( at 'environment)/, `$1${shown}$2`);
  const forms = values.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]);
  const longestFirst = [...new Set(forms)]
    .filter((value) => value.length > 2)
    .sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, value) => rest.replaceAll(value, shown), withoutEcho);
}
