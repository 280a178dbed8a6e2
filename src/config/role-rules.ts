import { gather, type Problem } from './problem';
import { keyProblem, valueProblem } from './rule';
import type { OwnRole, Statement } from './schema.gen';
import { roleOf } from './settings';
import type { Subject } from './subject';

/** What the schema cannot say about the role that shipit makes for a function. */
export function roleProblems(subject: Subject): Problem[] {
  const { role } = subject.layered;
  if (role === undefined || typeof role === 'string') return [];
  const statements = (role.statements ?? []).entries();
  return [
    ...[...statements].flatMap(([index, statement]) => statementProblems(subject, statement, index)),
    ...sidProblems(subject, role),
    ...(role.allowEverything ? [] : everythingProblems(subject, role)),
  ];
}

/** IAM takes a name but once in a policy, and the statements that settings need have names too (`needs.ts`). */
function sidProblems(subject: Subject, { statements = [] }: OwnRole): Problem[] {
  const seen = new Set<string>();
  return statements.flatMap(({ Sid: name = '' }, index) => {
    const taken = name.startsWith('Shipit')
      ? 'is for statements of shipit itself'
      : 'names another statement';
    const isTaken = name.startsWith('Shipit') || seen.has(name);
    if (name !== '') seen.add(name);
    if (!isTaken) return [];
    const said = { what: `\`${name}\` ${taken}`, hint: 'choose another name, or leave `Sid` out' };
    return [valueProblem(subject, ['role', 'statements', index, 'Sid'], said)];
  });
}

/** IAM takes exactly one of each pair (IAM User Guide, "Grammar of the IAM JSON policy language"). */
function statementProblems(subject: Subject, statement: Statement, index: number): Problem[] {
  const path = ['role', 'statements', index];
  return (
    [
      ['Action', 'NotAction', 'dynamodb:PutItem'],
      ['Resource', 'NotResource', '<ARN>'],
    ] as const
  ).flatMap(([one, other, example]) => {
    const there = [one, other].filter((key) => statement[key] !== undefined || subject.has([...path, key]));
    if (there.length === 1) return [];
    const said =
      there.length === 0
        ? { what: `\`${one}\` is missing`, hint: `such as ${one}: ${example}` }
        : { what: `\`${one}\` and \`${other}\` stand together`, hint: 'keep one of them' };
    return [valueProblem(subject, path, said)];
  });
}

const acknowledge = 'name what it needs, or write `allowEverything: true` into the role';

function everythingProblems(subject: Subject, role: OwnRole): Problem[] {
  const statements = [...(role.statements ?? []).entries()].filter(([, statement]) => allowsAll(statement));
  const policies = [...(role.managed ?? []).entries()].filter(([, arn]) =>
    /^arn:[^:]*:iam::aws:policy\/AdministratorAccess$/.test(arn),
  );
  return [
    ...statements.map(([index]) =>
      valueProblem(subject, ['role', 'statements', index], { what: 'allows everything', hint: acknowledge }),
    ),
    ...policies.map(([index]) =>
      valueProblem(subject, ['role', 'managed', index], {
        what: 'AdministratorAccess allows everything',
        hint: acknowledge,
      }),
    ),
  ];
}

/** Everything but a few things is hardly less. */
function allowsAll({ Effect, Action, NotAction, Resource, NotResource }: Statement): boolean {
  const anyAction = NotAction !== undefined || includesAny(Action);
  const anyResource = NotResource !== undefined || includesAny(Resource);
  return Effect === 'Allow' && anyAction && anyResource;
}

/** `*`, `*:*` and `arn:aws:*` say the same. */
const includesAny = (given: string | readonly string[] | undefined): boolean =>
  [given ?? []].flat().some((word) => /^(arn:(aws[a-z-]*:)?)?[*?:]*\*$/.test(word));

/** A role has exactly the statements of one function; a second one would take them away again. */
export function roleNameProblems(subjects: readonly Subject[]): Problem[] {
  const first = new Map<string, string>();
  return gather(subjects, (subject) => {
    const role = roleOf(subject.layered, subject.name);
    if (role === null) return [];
    const target = JSON.stringify([subject.stage, role.name]);
    const other = first.get(target);
    if (other === undefined) first.set(target, subject.key);
    if (other === undefined) return [];
    const path = subject.has(['role', 'name']) ? ['role', 'name'] : ['role'];
    const what = `\`${other}\` already makes the role \`${role.name}\`; \`${subject.key}\` needs another`;
    return [keyProblem(subject, path, { what, hint: 'leave `name` out, or give each function its own' })];
  });
}
