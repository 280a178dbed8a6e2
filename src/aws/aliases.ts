import type { AliasConfiguration } from '@aws-sdk/client-lambda';
import { ShipitError } from '../core/errors';
import type { Aliases, AliasState, AliasTarget, NamedAlias } from '../core/lambda';
import { AliasRef, Percent } from '../core/values';
import type { Connections } from './connections';
import { unlessGone } from './errors';
import { allPages } from './pages';
import { sdk } from './sdk';
import { reading, type Send, writing } from './sender';

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

  async list(functionName: string): Promise<NamedAlias[]> {
    try {
      const found = await allPages(async (marker) => {
        const input = { FunctionName: functionName, Marker: marker };
        const page = await this.send({
          ...reading(`ListAliases ${functionName}`, 'lambda'),
          send: () => this.connections.lambda().send(new (sdk.lambda().ListAliasesCommand)(input)),
        });
        return { items: page.Aliases ?? [], next: page.NextMarker };
      });
      return found
        .map((one) => ({ name: one.Name ?? '', ...toState(one) }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
    } catch (error) {
      if (ShipitError.is(error, 'notFound')) return [];
      throw error;
    }
  }

  async create(ref: AliasRef, target: AliasTarget): Promise<AliasState> {
    const { RoutingConfig, ...rest } = toInput(ref, target);
    const input = target.additional === null ? rest : { ...rest, RoutingConfig };
    const answer = await this.send({
      ...writing(`CreateAlias ${AliasRef.key(ref)}`, 'lambda'),
      creates: true,
      send: () => this.connections.lambda().send(new (sdk.lambda().CreateAliasCommand)(input)),
    });
    return toState(answer);
  }

  async write(ref: AliasRef, target: AliasTarget, revisionId: string): Promise<AliasState> {
    const input = { ...toInput(ref, target), RevisionId: revisionId };
    const answer = await this.send({
      ...moving(`UpdateAlias ${AliasRef.key(ref)}`, target),
      send: () => this.connections.lambda().send(new (sdk.lambda().UpdateAliasCommand)(input)),
    });
    return toState(answer);
  }

  async remove(ref: AliasRef): Promise<void> {
    await this.send({
      ...writing(`DeleteAlias ${AliasRef.key(ref)}`, 'lambda'),
      send: () => this.connections.lambda().send(new (sdk.lambda().DeleteAliasCommand)(nameOf(ref))),
    }).catch(unlessGone);
  }
}

/** Every restore ends a split, so such writes go first; that promotions do too harms nobody. */
const moving = (call: string, target: AliasTarget) =>
  ({
    ...writing(call, 'lambda'),
    priority: target.additional === null ? 'restore' : 'write',
    retries: 'never',
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
