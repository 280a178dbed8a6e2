/**
 * PutFunctionConcurrency: docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html. Zero stops every invocation.
 * @emulated
 */
import type { Concurrency, PutFunctionConcurrencyRequest } from '@aws-sdk/client-lambda';
import { insistOnReservable } from '../../lambda/concurrency';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { parseFunctionOnly } from '../../lambda/names';
import { provisionedTotal } from '../../lambda/provisionable';
import type { Action } from '../../world';

const range = Check.range(0, Number.MAX_SAFE_INTEGER);

export const putFunctionConcurrency: Action<PutFunctionConcurrencyRequest, Concurrency> = (world, input) => {
  const { ReservedConcurrentExecutions: reserved } = input;
  insist(
    Check.required('reservedConcurrentExecutions', reserved) ??
      range('reservedConcurrentExecutions', reserved),
  );
  const entry = findFunction(world, parseFunctionOnly(world, input));
  const wanted = reserved ?? 0;
  const total = provisionedTotal(entry);
  if (wanted < total)
    throw refusal.invalid(
      ` ReservedConcurrentExecutions  ${wanted} should not be lower than function's total provisioned concurrency [${total}].`,
    );
  insistOnReservable(world, entry, wanted);
  entry.reservedConcurrency = wanted;
  return { ReservedConcurrentExecutions: wanted };
};
