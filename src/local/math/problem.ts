/** How an expression is refused. */
import type { Value } from './values';

/** Why an expression is refused, without the id that CloudWatch puts before it. */
export class ExpressionProblem extends Error {}

export function unsupported(what: string, operands: readonly Value[]): ExpressionProblem {
  const types = operands.map(({ kind }) => typeNames[kind]).join(', ');
  return new ExpressionProblem(`Unsupported operand type(s) for ${what}: '[${types}]'`);
}

const typeNames = { scalar: 'Scalar', series: 'TimeSeries', array: 'TimeSeries[]' } as const;
