import { ShipitError } from '../core/errors';
import type { Capacity, CapacityState } from '../core/lambda';
import type { Connections } from './connections';
import { unlessGone } from './errors';
import { sdk } from './sdk';
import { reading, repeatable, type Send } from './sender';

/** Always of one version: on an alias it would follow each write within minutes, and stand in the way of that of a version. */
export function createCapacity(connections: Connections, send: Send): Capacity {
  return new LambdaCapacity(connections, send);
}

class LambdaCapacity implements Capacity {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  async read(functionName: string, version: string): Promise<CapacityState | null> {
    const input = inputOf(functionName, version);
    try {
      const answer = await this.send({
        ...reading(`GetProvisionedConcurrencyConfig ${functionName}:${version}`, 'lambda'),
        send: () =>
          this.connections.lambda().send(new (sdk.lambda().GetProvisionedConcurrencyConfigCommand)(input)),
      });
      return {
        requested: answer.RequestedProvisionedConcurrentExecutions ?? 0,
        status: answer.Status ?? 'IN_PROGRESS',
        because: answer.Status === 'FAILED' ? (answer.StatusReason ?? 'no reason given') : '',
      };
    } catch (error) {
      if (ShipitError.is(error, 'notFound')) return null;
      throw error;
    }
  }

  async write(functionName: string, version: string, amount: number): Promise<void> {
    const input = { ...inputOf(functionName, version), ProvisionedConcurrentExecutions: amount };
    await this.send({
      ...repeatable(`PutProvisionedConcurrencyConfig ${functionName}:${version}`, 'lambda'),
      send: () =>
        this.connections.lambda().send(new (sdk.lambda().PutProvisionedConcurrencyConfigCommand)(input)),
    });
  }

  async remove(functionName: string, version: string): Promise<void> {
    const input = inputOf(functionName, version);
    await this.send({
      ...repeatable(`DeleteProvisionedConcurrencyConfig ${functionName}:${version}`, 'lambda'),
      send: () =>
        this.connections.lambda().send(new (sdk.lambda().DeleteProvisionedConcurrencyConfigCommand)(input)),
    }).catch(unlessGone);
  }
}

const inputOf = (functionName: string, version: string) => ({
  FunctionName: functionName,
  Qualifier: version,
});
