/** How much fits into a function and a file. */
import ts from 'typescript';
import { lineOf, type Problem, type Rule, type Source, visit } from './source';

const most = { functionLines: 40, fileLines: 250, valueExports: 4, parameters: 3, nesting: 3 } as const;

type Budget = keyof typeof most;

/** Generated files are nobody's style; a test may be as long as what it tells. */
export const budgets: Rule = (source) => {
  if (/\.gen(\.d)?\.ts$/.test(source.path)) return [];
  const everywhere = functions(source, 'nesting', nestingOf);
  if (source.path.startsWith('test/')) return everywhere;
  const lines = source.text.replace(/\n$/, '').split('\n').length;
  return [
    ...everywhere,
    ...functions(source, 'parameters', parametersOf),
    ...functions(
      source,
      'functionLines',
      (node) => lineOf(source, node.end) - lineOf(source, node.getStart(source.tree)) + 1,
    ),
    ...over(source, source.tree, { budget: 'fileLines', count: lines }),
    ...over(source, source.tree, { budget: 'valueExports', count: valueExports(source.tree).size }),
  ];
};

function functions(
  source: Source,
  budget: Budget,
  count: (node: ts.SignatureDeclaration) => number,
): Problem[] {
  const problems: Problem[] = [];
  visit(source.tree, (node) => {
    if (ts.isFunctionLike(node)) problems.push(...over(source, node, { budget, count: count(node) }));
  });
  return problems;
}

function over(
  source: Source,
  node: ts.Node,
  { budget, count }: { budget: Budget; count: number },
): Problem[] {
  if (count <= most[budget]) return [];
  const text = `${count} are more than ${most[budget]}`;
  return [{ rule: budget, path: source.path, line: lineOf(source, node.getStart(source.tree)), text }];
}

const parametersOf = (node: ts.SignatureDeclaration): number =>
  node.parameters.filter(({ name }) => name.getText() !== 'this').length;

/** How deep branches and loops stand in each other; a function within a function starts anew. */
function nestingOf(node: ts.SignatureDeclaration): number {
  return 'body' in node && node.body ? depthBelow(node.body) : 0;
}

function depthBelow(node: ts.Node): number {
  let deepest = 0;
  ts.forEachChild(node, (child) => {
    if (!ts.isFunctionLike(child)) deepest = Math.max(deepest, depthBelow(child) + (isBranch(child) ? 1 : 0));
  });
  return deepest;
}

function isBranch(node: ts.Node): boolean {
  // `else if` is the next case of the same question.
  if (ts.isIfStatement(node)) return !(ts.isIfStatement(node.parent) && node.parent.elseStatement === node);
  return ts.isIterationStatement(node, false) || ts.isSwitchStatement(node) || ts.isTryStatement(node);
}

/** Names, so that a type and a value of the same name, and overloads, count once; `export *` counts as one. */
function valueExports(tree: ts.SourceFile): Set<string> {
  const types = new Set<string>();
  const values = new Set<string>();
  for (const statement of tree.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      types.add(statement.name.text);
    if (isExported(statement)) for (const name of declaredValues(statement)) values.add(name);
  }
  for (const statement of tree.statements.filter(ts.isExportDeclaration))
    for (const name of reexported(statement, types)) values.add(name);
  if (tree.statements.some(ts.isExportAssignment)) values.add('default');
  return values;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function declaredValues(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement)
  )
    return [statement.name?.text ?? 'default'];
  return [];
}

function reexported(
  { isTypeOnly, exportClause }: ts.ExportDeclaration,
  types: ReadonlySet<string>,
): string[] {
  if (isTypeOnly) return [];
  if (!exportClause || !ts.isNamedExports(exportClause)) return ['*'];
  return exportClause.elements
    .filter((one) => !one.isTypeOnly && !types.has((one.propertyName ?? one.name).text))
    .map(({ name }) => name.text);
}
