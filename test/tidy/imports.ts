/** Who may see whom, and who owns which library: the tables of src/README.md. */
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { lineOf, type Problem, type Rule, type Source, visit } from './source';

const rooms = ['config', 'artifact', 'analysis', 'plan', 'release', 'rollout'];
const edges = ['aws', 'bundle', 'disk', 'github', 'web', 'page', 'registry', 'ui', 'simulation'];

/** Places by the places they may see, beside themselves. What is not here may see nothing and be seen by nobody. */
const sees: ReadonlyMap<string, readonly string[]> = new Map([
  ['core', []],
  ...rooms.map((room, index): [string, string[]] => [room, ['core', ...rooms.slice(0, index)]]),
  ['analysis', ['core']],
  ...edges.map((edge): [string, string[]] => [edge, ['core']]),
  ['local', []],
  ['stories', ['core', ...rooms]],
  ['compose', ['core', ...rooms, ...edges, 'local', 'stories', 'package.json']],
  ['commands', ['core', 'config', 'plan', 'stories', 'compose', 'ui', 'package.json']],
  ['action', ['core', 'ui', 'compose', 'commands/start']],
  ['bin', ['commands']],
]);

/** The embedded AWS knows pure values of ours, and ports as types alone. */
const localSees = ['src/core/values', 'src/core/chance'];
const localSeesTypes = ['src/core/ports'];

/** Libraries by the files and folders that may speak to them. A library that is not here has no owner yet. */
const owners: Readonly<Record<string, readonly string[]>> = {
  '@oclif': ['commands/', 'bin/'],
  '@aws-sdk': ['src/aws/', 'src/local/'],
  '@smithy': ['src/aws/', 'src/local/'],
  xstate: ['src/rollout/'],
  esbuild: ['src/bundle/'],
  uplot: ['src/ui/page/plot.ts'],
  archiver: ['src/artifact/zip.ts'],
  ignore: ['src/artifact/selection.ts'],
  yauzl: ['src/artifact/inspect.ts', 'src/artifact/contents.ts', 'src/local/lambda/unzip.ts'],
  'tar-stream': ['src/local/containers/layer.ts'],
  yaml: ['src/config/'],
  ajv: ['src/config/'],
  picomatch: ['src/config/'],
  '@jmespath-community': ['src/config/expression.ts'],
  'node:process': ['src/compose.ts'],
  'node:timers': ['src/disk/clock.ts'],
  'node:timers/promises': ['src/disk/clock.ts'],
  'node:perf_hooks': ['src/disk/clock.ts'],
};

interface Import {
  readonly specifier: string;
  readonly typesOnly: boolean;
  readonly line: number;
}

export const importDirection: Rule = (source) => {
  const from = placeOf(source.path);
  if (from === 'test') return [];
  return importsOf(source)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .flatMap((found) => {
      const target = posix.join(posix.dirname(source.path), found.specifier);
      const may = from === 'local' ? localMaySee(target, found) : maySee(from, target);
      return may
        ? []
        : [problem(source, found, { rule: 'direction', text: `${from} may not see ${target}` })];
    });
};

export const libraryOwners: Rule = (source) => {
  if (placeOf(source.path) === 'test') return [];
  return importsOf(source)
    .filter(({ specifier }) => !specifier.startsWith('.'))
    .flatMap((found) => {
      const library = libraryOf(found.specifier);
      const allowed = owners[library] ?? (isBuiltin(library) ? [''] : []);
      const text = `${library} belongs to ${allowed.join(', ') || 'nobody'}`;
      const owned = allowed.some((owner) => source.path.startsWith(owner));
      return owned ? [] : [problem(source, found, { rule: 'owner', text })];
    });
};

function localMaySee(target: string, { typesOnly }: Import): boolean {
  const path = target.replace(/\.(ts|js)$/, '');
  return (
    placeOf(target) === 'local' || localSees.includes(path) || (typesOnly && localSeesTypes.includes(path))
  );
}

/** A place may see another one whole, or one file of it. */
function maySee(from: string, target: string): boolean {
  const places = [placeOf(target), target.replace(/\.(ts|js)$/, '')];
  return sees.has(from) && [from, ...(sees.get(from) ?? [])].some((seen) => places.includes(seen));
}

/** The room, edge or kind of file that a path belongs to; the path itself when it belongs to none. */
function placeOf(path: string): string {
  const [top = '', second = '', ...rest] = path.split('/');
  if (['action', 'commands', 'bin', 'test'].includes(top)) return top;
  if (top !== 'src') return path;
  if (rest.length > 0) return second;
  return second.replace(/\.ts$/, '') === 'compose' ? 'compose' : 'stories';
}

function libraryOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/')[0] ?? specifier;
}

/** Every form: import, export from, import(), require(), and import('x').Y as a type. */
function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  visit(source.tree, (node) => {
    const named = specifierOf(node);
    if (named && ts.isStringLiteralLike(named)) {
      const line = lineOf(source, node.getStart(source.tree));
      found.push({ specifier: named.text, typesOnly: isTypeOnly(node), line });
    }
  });
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require');
  return loads ? node.arguments[0] : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { isTypeOnly: all, name, namedBindings } = node.importClause;
  if (all) return true;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((one) => one.isTypeOnly)
  );
}

const problem = (source: Source, { line }: Import, what: { rule: string; text: string }): Problem => ({
  path: source.path,
  line,
  ...what,
});
