/**
 * Whether policies allow an action on a resource: an explicit deny wins, and without an allow it is denied. Of conditions
 * StringEquals and StringLike are known; a statement with any other does not apply.
 */

export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

export interface Question {
  readonly action: string;
  readonly resource: string;
  /** By key in lower case. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

type Json = Readonly<{ [member: string]: unknown }>;

export function decide(documents: readonly string[], question: Question): Decision {
  const statements = documents.flatMap((text) => {
    const { Statement } = JSON.parse(text) as Json;
    return [Statement].flat() as Json[];
  });
  const applying = statements.filter((statement) => applies(statement, question));
  if (applying.some(({ Effect }) => Effect === 'Deny')) return 'explicitDeny';
  return applying.length > 0 ? 'allowed' : 'implicitDeny';
}

function applies(statement: Json, { action, resource, context }: Question): boolean {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const isAction =
    Action === undefined
      ? !texts(NotAction).some((one) => like(one, action, 'i'))
      : texts(Action).some((one) => like(one, action, 'i'));
  const isResource =
    Resource === undefined
      ? !texts(NotResource).some((one) => like(one, resource, ''))
      : texts(Resource).some((one) => like(one, resource, ''));
  return isAction && isResource && holds(Condition as Json, context);
}

const holds = (condition: Json, context: Question['context']): boolean =>
  Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys as Json).every(([key, wanted]) => {
      const has = context.get(key.toLowerCase()) ?? [];
      if (operator === 'StringEquals') return has.some((value) => texts(wanted).includes(value));
      if (operator === 'StringLike')
        return has.some((value) => texts(wanted).some((one) => like(one, value, '')));
      return false;
    }),
  );

const texts = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string');

/** `*` stands for any characters, `?` for one. */
function like(pattern: string, text: string, flags: string): boolean {
  const plain = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${plain.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags).test(text);
}
