/** The services that the local AWS has, and how a request tells which one it wants: not by the host, which is always this machine. */
import { cloudWatchActions } from '../actions/cloudwatch';
import { lambdaActions } from '../actions/lambda';
import { stsActions } from '../actions/sts';
import type { World } from '../world';
import { cloudWatchTarget, createAwsJson } from './aws-json';
import type { WireRequest } from './message';
import type { Protocol } from './protocol';
import { createQueryXml } from './query-xml';
import { createRestJson } from './rest-json';

export interface Service {
  readonly name: 'lambda' | 'cloudwatch' | 'sts';
  readonly protocol: Protocol;
  /** An action takes what the schema of its input says, and nothing else ever reaches it. */
  readonly actions: {
    readonly [operation: string]: (world: World, input: never) => object | Promise<object>;
  };
}

/** Loads the schemas of the SDK's clients, some 100 ms. */
export function createServices(): (request: Pick<WireRequest, 'method' | 'path' | 'headers'>) => Service {
  const lambda: Service = {
    name: 'lambda',
    protocol: createRestJson(require('@aws-sdk/client-lambda')),
    actions: lambdaActions,
  };
  const cloudwatch: Service = {
    name: 'cloudwatch',
    protocol: createAwsJson(require('@aws-sdk/client-cloudwatch')),
    actions: cloudWatchActions,
  };
  const sts: Service = {
    name: 'sts',
    protocol: createQueryXml(require('@aws-sdk/client-sts')),
    actions: stsActions,
  };
  return ({ method, path, headers }) => {
    if (headers['x-amz-target']?.startsWith(cloudWatchTarget)) return cloudwatch;
    return method === 'POST' && path === '/' ? sts : lambda;
  };
}
