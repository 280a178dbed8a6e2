/**
 * GetAccountSettings: docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html
 * @emulated The limits are those of a new account.
 */
import type { GetAccountSettingsRequest, GetAccountSettingsResponse } from '@aws-sdk/client-lambda';
import { accountConcurrency, unreservedConcurrency } from '../../lambda/concurrency';
import { storageLimitBytes, storedBytes } from '../../lambda/storage';
import type { Action } from '../../world';

export const getAccountSettings: Action<GetAccountSettingsRequest, GetAccountSettingsResponse> = (world) => ({
  AccountLimit: {
    TotalCodeSize: storageLimitBytes,
    CodeSizeUnzipped: 262_144_000,
    CodeSizeZipped: 52_428_800,
    ConcurrentExecutions: accountConcurrency,
    UnreservedConcurrentExecutions: unreservedConcurrency(world),
  },
  AccountUsage: { TotalCodeSize: storedBytes(world), FunctionCount: world.functions.entries.size },
});
