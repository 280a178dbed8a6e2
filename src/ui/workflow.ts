/** Workflow commands of GitHub Actions: their form, and what is escaped in it (actions/runner, ActionCommand.cs). */

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${escapeMessage(message)}`;
}

/** Shorter ones would tear holes into words that have nothing to do with them. */
const shortestSecret = 6;

/**
 * From then on the runner shows three stars where one of these would stand, in this step and in later ones. It goes by lines,
 * so a secret of several lines is hidden line by line as well. Only for a stream that the runner reads by itself: anywhere
 * else the secret would stand there.
 */
export function maskCommands(secrets: readonly string[]): string[] {
  const values = secrets
    .flatMap((secret) => [secret, ...secret.split(/\r\n|\r|\n/)])
    .map((text) => text.trim());
  const long = new Set(values.filter((value) => value.length >= shortestSecret));
  return [...long].map((value) => workflowCommand('add-mask', {}, value));
}

/**
 * What is annotated need not be found in the lines once more: takes away the matcher of action/problem-matcher.json, which is
 * for places where shipit does not know that a runner reads along.
 */
export const withoutMatcher = workflowCommand('remove-matcher', { owner: 'shipit' }, '');
