import { compile, isRegistered, type JSONValue, TreeInterpreter } from '@jmespath-community/jmespath';

/** What is wrong with a JMESPath expression (jmespath.org); null when nothing is. */
export function expressionProblem(text: string): string | null {
  const found = attempt(() => unknownFunction(compile(text)));
  if ('problem' in found) return found.problem;
  return found.value && `there is no function ${found.value}()`;
}

/** What the expression makes of a plain JSON value, or why it makes nothing of it. */
export function evaluate(text: string, value: unknown): { value: unknown } | { problem: string } {
  return attempt(() => TreeInterpreter.search(compile(text), value as JSONValue));
}

/** The library asks for functions only when it comes to them, which may be in the middle of a release. */
function unknownFunction(node: unknown): string | null {
  if (typeof node !== 'object' || node === null) return null;
  const { type, name } = node as { readonly type?: unknown; readonly name?: unknown };
  if (type === 'Literal') return null;
  if (type === 'Function' && typeof name === 'string' && !isRegistered(name)) return name;
  return Object.values(node).reduce<string | null>((found, part) => found ?? unknownFunction(part), null);
}

/** The library has errors without a type of their own, and a value may be nested too deep for it. */
function attempt<T>(work: () => T): { value: T } | { problem: string } {
  try {
    return { value: work() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
