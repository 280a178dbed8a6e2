/** Works out what an expression is worth. */
import { forms } from './forms';
import { callFunction, isFunction, type Setting } from './functions';
import { negate, operate } from './operators';
import { ExpressionProblem, unsupported } from './problem';
import type { SearchQuestion } from './search';
import type { Node } from './tree';
import { scalar, type TimeSeries, type Value } from './values';

export interface Evaluation {
  readonly setting: Setting;
  /** Of another query of the request; null when there is none of that id. */
  readonly byId: (id: string) => Value | null;
  /** The metrics of the request, without its expressions. */
  readonly metrics: () => readonly { readonly id: string; readonly series: TimeSeries }[];
  readonly search: (question: SearchQuestion) => readonly TimeSeries[];
  readonly worth: (node: Node) => Value;
}

/** Functions of CloudWatch that ask services which are not here. */
const absent = new Set([
  'ANOMALY_DETECTION_BAND',
  'DB_PERF_INSIGHTS',
  'INSIGHT_RULE_METRIC',
  'LAMBDA',
  'SERVICE_QUOTA',
]);

const mostItems = 1000;

/** Throws ExpressionProblem for what cannot be worked out. */
export function evaluate(tree: Node, given: Omit<Evaluation, 'worth'>): Value {
  const evaluation: Evaluation = { ...given, worth: (node) => worth(node, evaluation) };
  return worth(tree, evaluation);
}

function worth(node: Node, evaluation: Evaluation): Value {
  switch (node.kind) {
    case 'number':
      return scalar(node.value);
    case 'text':
      throw new ExpressionProblem('Invalid syntax');
    case 'name':
      return named(node.name, evaluation);
    case 'minus':
      return negate(worth(node.operand, evaluation));
    case 'binary':
      return operate(node.operator, worth(node.left, evaluation), worth(node.right, evaluation));
    case 'list':
      return listOf(node.items.map((item) => worth(item, evaluation)));
    case 'call':
      return call(node.name, node.args, evaluation);
  }
}

function named(name: string, { byId }: Evaluation): Value {
  const value = byId(name);
  if (!value) throw new ExpressionProblem(`Undefined variable '${name}'`);
  return value;
}

function listOf(values: readonly Value[]): Value {
  const items = values.flatMap((value): readonly TimeSeries[] => {
    if (value.kind === 'scalar') throw unsupported('[]', values);
    return value.kind === 'series' ? [value.series] : value.items;
  });
  if (items.length > mostItems)
    throw new ExpressionProblem(`An array can have at most ${mostItems} time series`);
  return { kind: 'array', items };
}

function call(name: string, args: readonly Node[], evaluation: Evaluation): Value {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (form) return form(args, evaluation);
  if (absent.has(name)) throw new ExpressionProblem(`Function '${name}' is not available in the local AWS`);
  if (!isFunction(name)) throw new ExpressionProblem(`Function '${name}' not found`);
  const values = args.map((arg) => worth(arg, evaluation));
  return callFunction(name, values, evaluation.setting);
}
