import type { AliasConfiguration } from '@aws-sdk/client-lambda';
import { ShipitError } from '../core/errors';
import type { Aliases, AliasState, AliasTarget } from '../core/ports';
import { AliasRef, Percent } from '../core/values';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

export function createAliases(connections: Connections, send: Send): Aliases {
  return new LambdaAliases(connections, send);
}

class LambdaAliases implements Aliases {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  async read(ref: AliasRef): Promise<AliasState | null> {
    try {
      const answer = await this.send({
        ...reading(`GetAlias ${AliasRef.key(ref)}`, 'lambda'),
        send: () => this.connections.lambda().send(new (sdk.lambda().GetAliasCommand)(nameOf(ref))),
      });
      return toState(answer);
    } catch (error) {
      if (ShipitError.is(error, 'notFound')) return null;
      throw error;
    }
  }

  async create(ref: AliasRef, target: AliasTarget): Promise<AliasState> {
    const { RoutingConfig, ...rest } = toInput(ref, target);
    const input = target.additional === null ? rest : { ...rest, RoutingConfig };
    const answer = await this.send({
      ...writing(`CreateAlias ${AliasRef.key(ref)}`, target),
      creates: true,
      send: () => this.connections.lambda().send(new (sdk.lambda().CreateAliasCommand)(input)),
    });
    return toState(answer);
  }

  async write(ref: AliasRef, target: AliasTarget, revisionId: string): Promise<AliasState> {
    const input = { ...toInput(ref, target), RevisionId: revisionId };
    const answer = await this.send({
      ...writing(`UpdateAlias ${AliasRef.key(ref)}`, target),
      send: () => this.connections.lambda().send(new (sdk.lambda().UpdateAliasCommand)(input)),
    });
    return toState(answer);
  }
}

/** Every restore ends a split, so such writes go first; that promotions do too harms nobody. */
const writing = (call: string, target: AliasTarget) =>
  ({
    call,
    bucket: 'lambda',
    priority: target.additional === null ? 'restore' : 'write',
    retries: 'never',
    creates: false,
    secrets: [],
  }) as const;

const nameOf = (ref: AliasRef) => ({ FunctionName: ref.functionName, Name: ref.alias });

/** Always all of it: what UpdateAlias does with weights it is not told about is written nowhere. */
function toInput(ref: AliasRef, target: AliasTarget) {
  const { version, weight } = target.additional ?? {};
  const weights =
    version === undefined || weight === undefined ? {} : { [version]: Percent.toFraction(weight) };
  return {
    ...nameOf(ref),
    FunctionVersion: target.version,
    RoutingConfig: { AdditionalVersionWeights: weights },
    Description: target.description,
  };
}

function toState(answer: AliasConfiguration): AliasState {
  const [routed] = Object.entries(answer.RoutingConfig?.AdditionalVersionWeights ?? {});
  return {
    version: answer.FunctionVersion ?? '',
    additional: routed ? { version: routed[0], weight: Percent.ofFraction(routed[1]) } : null,
    description: answer.Description ?? '',
    revisionId: answer.RevisionId ?? '',
  };
}
