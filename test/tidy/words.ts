/** What nobody may write, or only the one file that owns it. */
import ts from 'typescript';
import { lineOf, type Problem, type Rule, type Source, visit } from './source';

/** Who may all the same. Tests are held to the same words as the tool. */
const owners = {
  clock: 'src/disk/clock.ts',
  ids: 'src/disk/ids.ts',
  /** The action puts its own variables away before shipit reads the others. */
  environment: ['src/compose.ts', 'action/env.ts'],
  ui: 'src/ui/',
} as const;

interface Word {
  readonly rule: string;
  readonly owner: string | readonly string[] | null;
  readonly found: (node: ts.Node) => boolean;
}

const randomNames = ['randomUUID', 'randomBytes', 'randomInt', 'randomFillSync', 'getRandomValues'];
const timerNames = ['setTimeout', 'setInterval'];

const words: readonly Word[] = [
  { rule: 'jest.mock', owner: null, found: (node) => isMember(node, 'jest', ['mock', 'doMock', 'setMock']) },
  { rule: 'as any', owner: null, found: isAsAny },
  { rule: 'while (true)', owner: null, found: isEndless },
  { rule: 'time', owner: owners.clock, found: asksTheTime },
  {
    rule: 'timer',
    owner: owners.clock,
    found: (node) => isReference(node, timerNames) || isMember(node, 'globalThis', timerNames),
  },
  {
    rule: 'random',
    owner: owners.ids,
    found: (node) => isMember(node, 'Math', ['random']) || isNamed(node, randomNames),
  },
  { rule: 'process.env', owner: owners.environment, found: (node) => readsFromProcess(node, ['env']) },
  {
    rule: 'streams',
    owner: owners.ui,
    found: (node) => isReference(node, ['console']) || readsFromProcess(node, ['stdout', 'stderr']),
  },
];

const bannedInComments = /\b(?:TODO|FIXME|HACK|XXX)\b|@ts-(?:ignore|nocheck)\b/;

export const bannedWords: Rule = (source) => [...wordsInCode(source), ...wordsInComments(source)];

function wordsInCode(source: Source): Problem[] {
  const asked = words.filter(({ owner }) => !ownersOf(owner).some((path) => source.path.startsWith(path)));
  const problems: Problem[] = [];
  visit(source.tree, (node) => {
    for (const { rule, owner } of asked.filter(({ found }) => found(node)))
      problems.push(problemAt(source, node.getStart(source.tree), { rule, owner }));
  });
  return problems;
}

const ownersOf = (owner: Word['owner']): readonly string[] => [owner ?? []].flat();

/** Comments are what stands between tokens; a word within a string is no comment. */
function wordsInComments(source: Source): Problem[] {
  const problems: Problem[] = [];
  const see = (node: ts.Node): void => {
    const children = node.getChildren(source.tree).filter((child) => !ts.isJSDoc(child));
    for (const child of children) see(child);
    const before = children.length > 0 ? '' : source.text.slice(node.pos, node.getStart(source.tree));
    const match = bannedInComments.exec(before);
    if (match) problems.push(problemAt(source, node.pos + match.index, { rule: match[0], owner: null }));
  };
  see(source.tree);
  return problems;
}

function problemAt(source: Source, position: number, word: Pick<Word, 'rule' | 'owner'>): Problem {
  const text =
    word.owner === null ? 'nobody says this' : `only ${ownersOf(word.owner).join(' and ')} says this`;
  return { rule: word.rule, path: source.path, line: lineOf(source, position), text };
}

function isAsAny(node: ts.Node): boolean {
  return (
    (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) &&
    node.type.kind === ts.SyntaxKind.AnyKeyword
  );
}

function isEndless(node: ts.Node): boolean {
  if (ts.isForStatement(node)) return !node.initializer && !node.condition && !node.incrementor;
  const loop = ts.isWhileStatement(node) || ts.isDoStatement(node);
  return loop && ['true', '1'].includes(node.expression.getText());
}

function asksTheTime(node: ts.Node): boolean {
  if (isMember(node, 'Date', ['now']) || isMember(node, 'performance', ['now'])) return true;
  if (readsFromProcess(node, ['hrtime', 'uptime'])) return true;
  const made = ts.isNewExpression(node) && node.expression.getText() === 'Date';
  return made && (node.arguments ?? []).length === 0;
}

/** `object.name` and `object['name']`, also at the end of a longer chain. */
function isMember(node: ts.Node, object: string, names: readonly string[]): boolean {
  if (ts.isPropertyAccessExpression(node))
    return endsWith(node.expression, object) && names.includes(node.name.text);
  if (!ts.isElementAccessExpression(node) || !ts.isStringLiteralLike(node.argumentExpression)) return false;
  return endsWith(node.expression, object) && names.includes(node.argumentExpression.text);
}

const endsWith = (node: ts.Node, object: string): boolean =>
  (ts.isIdentifier(node) && node.text === object) ||
  (ts.isPropertyAccessExpression(node) && node.name.text === object);

/** Also `const { env } = process`. */
function readsFromProcess(node: ts.Node, names: readonly string[]): boolean {
  if (isMember(node, 'process', names)) return true;
  if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name)) return false;
  const taken = node.name.elements.map(({ propertyName, name }) => (propertyName ?? name).getText());
  return (
    !!node.initializer && endsWith(node.initializer, 'process') && taken.some((name) => names.includes(name))
  );
}

function isNamed(node: ts.Node, names: readonly string[]): boolean {
  return ts.isIdentifier(node) && names.includes(node.text);
}

/** The global of that name, not a property that is called the same. */
function isReference(node: ts.Node, names: readonly string[]): boolean {
  if (!isNamed(node, names)) return false;
  const { parent } = node;
  const named = parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  const property =
    ts.isPropertyAccessExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isClassElement(parent) ||
    ts.isTypeElement(parent);
  return !(property && named.name === node) && named.propertyName !== node;
}
