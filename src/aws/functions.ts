import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { ShipitError } from '../core/errors';
import type { FunctionConfig, LiveFunction, PublishedVersion } from '../core/function';
import type { FunctionChange, Functions, PublishExpectation } from '../core/ports';
import { fromConfig, isEnvironmentHidden, toLive, toPublished } from './configuration';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

export function createFunctions(connections: Connections, send: Send): Functions {
  return new LambdaFunctions(connections, send);
}

const writing = (call: string, config: Partial<FunctionConfig>) =>
  ({
    call,
    bucket: 'lambda',
    priority: 'write',
    retries: 'throttled',
    creates: false,
    secrets: Object.values(config.environment ?? {}),
  }) as const;

class LambdaFunctions implements Functions {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  /** By GetFunction, which has 100 calls a second to itself; GetFunctionConfiguration shares 15 with everything else. */
  async look(functionName: string, qualifier?: string): Promise<LiveFunction | null> {
    const input = {
      FunctionName: functionName,
      ...(qualifier === undefined ? {} : { Qualifier: qualifier }),
    };
    const subject = qualifier === undefined ? functionName : `${functionName}:${qualifier}`;
    try {
      const answer = await this.send({
        ...reading(`GetFunction ${subject}`, 'getFunction'),
        send: () => this.connections.lambda().send(new (sdk.lambda().GetFunctionCommand)(input)),
      });
      return toLive(answer.Configuration ?? {});
    } catch (error) {
      if (ShipitError.is(error, 'notFound')) return null;
      throw error;
    }
  }

  async create(functionName: string, config: FunctionConfig, zip: Uint8Array): Promise<LiveFunction> {
    const input = {
      FunctionName: functionName,
      PackageType: 'Zip',
      Code: { ZipFile: zip },
      Publish: false,
      ...fromConfig(config),
      Role: config.role,
    } as const;
    const answer = await this.send({
      ...writing(`CreateFunction ${functionName}`, config),
      creates: true,
      send: () => this.connections.patientLambda().send(new (sdk.lambda().CreateFunctionCommand)(input)),
    });
    return toLive(answer);
  }

  async update(functionName: string, change: FunctionChange, revisionId: string): Promise<LiveFunction> {
    return toLive(
      'code' in change
        ? await this.updateCode(functionName, change.code, revisionId)
        : await this.updateConfig(functionName, change.config, revisionId),
    );
  }

  private updateCode(
    functionName: string,
    zip: Uint8Array,
    revisionId: string,
  ): Promise<FunctionConfiguration> {
    const input = { FunctionName: functionName, ZipFile: zip, Publish: false, RevisionId: revisionId };
    return this.send({
      ...writing(`UpdateFunctionCode ${functionName}`, {}),
      send: () => this.connections.patientLambda().send(new (sdk.lambda().UpdateFunctionCodeCommand)(input)),
    });
  }

  private updateConfig(
    functionName: string,
    config: Partial<FunctionConfig>,
    revisionId: string,
  ): Promise<FunctionConfiguration> {
    const input = { FunctionName: functionName, ...fromConfig(config), RevisionId: revisionId };
    return this.send({
      ...writing(`UpdateFunctionConfiguration ${functionName}`, config),
      send: () =>
        this.connections.lambda().send(new (sdk.lambda().UpdateFunctionConfigurationCommand)(input)),
    });
  }

  async publish(functionName: string, expect: PublishExpectation): Promise<LiveFunction> {
    const input = {
      FunctionName: functionName,
      CodeSha256: expect.digest,
      RevisionId: expect.revisionId,
      Description: expect.description,
    };
    const answer = await this.send({
      ...writing(`PublishVersion ${functionName}`, {}),
      send: () => this.connections.lambda().send(new (sdk.lambda().PublishVersionCommand)(input)),
    });
    return toLive(answer);
  }

  /** A version whose environment Lambda cannot decrypt is left out: it can be compared with nothing. */
  async versions(functionName: string): Promise<PublishedVersion[]> {
    const found: PublishedVersion[] = [];
    let marker: string | undefined;
    do {
      const input = { FunctionName: functionName, ...(marker === undefined ? {} : { Marker: marker }) };
      const page = await this.send({
        ...reading(`ListVersionsByFunction ${functionName}`, 'lambda'),
        send: () => this.connections.lambda().send(new (sdk.lambda().ListVersionsByFunctionCommand)(input)),
      });
      const published = (page.Versions ?? []).filter((one) => /^\d+$/.test(one.Version ?? ''));
      found.push(...published.filter((one) => !isEnvironmentHidden(one)).map(toPublished));
      marker = page.NextMarker || undefined;
    } while (marker !== undefined);
    return found.sort((a, b) => Number(a.version) - Number(b.version));
  }
}
