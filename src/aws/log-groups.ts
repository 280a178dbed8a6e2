import { ShipitError } from '../core/errors';
import type { Connections } from './connections';
import { unlessGone } from './errors';
import { sdk } from './sdk';
import { reading, repeatable, type Send } from './sender';

/** How long the events of a log group are kept. */
export class LogGroups {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  /** Days; null for ever, as in a group that is not there yet. A name comes before those that begin with it. */
  async retention(name: string): Promise<number | null> {
    const answer = await this.send({
      ...reading(`DescribeLogGroups ${name}`, 'describeLogGroups'),
      send: () =>
        this.connections
          .logs()
          .send(new (sdk.logs().DescribeLogGroupsCommand)({ logGroupNamePrefix: name, limit: 1 })),
    });
    const group = answer.logGroups?.find((one) => one.logGroupName === name);
    return group?.retentionInDays ?? null;
  }

  async keepAlways(name: string): Promise<void> {
    await this.send({
      ...repeatable(`DeleteRetentionPolicy ${name}`, 'putRetentionPolicy'),
      send: () =>
        this.connections.logs().send(new (sdk.logs().DeleteRetentionPolicyCommand)({ logGroupName: name })),
    }).catch(unlessGone);
  }

  /** Lambda makes the group with the first event; until then nobody could set anything on it. */
  async keep(name: string, days: number): Promise<void> {
    await this.setRetention(name, days).catch(async (error: unknown) => {
      if (!ShipitError.is(error, 'notFound')) throw error;
      await this.make(name);
      await this.setRetention(name, days);
    });
  }

  private async setRetention(name: string, days: number): Promise<void> {
    const input = { logGroupName: name, retentionInDays: days };
    await this.send({
      ...repeatable(`PutRetentionPolicy ${name}`, 'putRetentionPolicy'),
      send: () => this.connections.logs().send(new (sdk.logs().PutRetentionPolicyCommand)(input)),
    });
  }

  private async make(name: string): Promise<void> {
    await this.send({
      ...repeatable(`CreateLogGroup ${name}`, 'createLogGroup'),
      creates: true,
      send: () =>
        this.connections.logs().send(new (sdk.logs().CreateLogGroupCommand)({ logGroupName: name })),
    }).catch((error: unknown) => {
      if (!ShipitError.is(error, 'alreadyExists')) throw error;
    });
  }
}
