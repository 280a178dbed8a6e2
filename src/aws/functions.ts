import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { Code } from '../core/code';
import { ShipitError } from '../core/errors';
import type { FunctionConfig, LiveFunction, PublishedVersion } from '../core/function';
import type { FunctionChange, Functions, NewFunction } from '../core/lambda';
import { toChanged, toLive, toPublished } from './configuration';
import type { Connections } from './connections';
import { contentOf } from './content';
import { unlessGone } from './errors';
import { forCreation, fromConfig, revealed } from './members';
import { sdk } from './sdk';
import { reading, type Send, writing } from './sender';

export function createFunctions(connections: Connections, send: Send): Functions {
  return new LambdaFunctions(connections, send);
}

/** ListFunctions gives at most as many. */
const namesPerPage = 50;
/** Within a second, since GetFunction has 100 calls a second to itself. */
const looksPerSecond = 100;

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
      return toLive(answer);
    } catch (error) {
      if (ShipitError.is(error, 'notFound')) return null;
      throw error;
    }
  }

  async latest(functionNames: readonly string[]): Promise<ReadonlyMap<string, PublishedVersion>> {
    const found = new Map<string, PublishedVersion>();
    const missing = new Set(functionNames);
    const whole = missing.size > looksPerSecond && (await this.listInto(found, missing));
    if (whole) return found;
    await Promise.all(
      [...missing].map(async (name) => {
        const live = await this.look(name);
        if (live) found.set(name, live);
      }),
    );
    return found;
  }

  /**
   * Moves what the list of all functions has from `missing` to `found`; true when nothing else can be there. In a region
   * full of other functions the list is left as soon as a look at each that is missing is the shorter way.
   */
  private async listInto(found: Map<string, PublishedVersion>, missing: Set<string>): Promise<boolean> {
    const mostPages = 3 * Math.ceil(missing.size / namesPerPage);
    let marker: string | undefined;
    for (let pages = 0; pages < mostPages && missing.size > 0; pages += 1) {
      const page = await this.listPage(marker);
      if (!page) return false;
      for (const one of page.Functions ?? [])
        if (missing.delete(one.FunctionName ?? '')) found.set(one.FunctionName ?? '', toPublished(one));
      marker = page.NextMarker || undefined;
      if (marker === undefined) return true;
    }
    return missing.size === 0;
  }

  /** Null when the list may not be read: it is of the whole region, where a look is of one function. */
  private async listPage(marker: string | undefined) {
    const input = { MaxItems: namesPerPage, ...(marker === undefined ? {} : { Marker: marker }) };
    return this.send({
      ...reading('ListFunctions', 'lambda'),
      send: () => this.connections.lambda().send(new (sdk.lambda().ListFunctionsCommand)(input)),
    }).catch((error: unknown) => {
      if (ShipitError.is(error, 'accessDenied')) return null;
      throw error;
    });
  }

  async create(functionName: string, made: NewFunction): Promise<LiveFunction> {
    const { config, code, tags, codeSigning } = made;
    const input = {
      FunctionName: functionName,
      Publish: false,
      ...forCreation(functionName, config),
      ...(Object.keys(tags).length === 0 ? {} : { Tags: { ...tags } }),
      ...(codeSigning === null ? {} : { CodeSigningConfigArn: codeSigning }),
    };
    const answer = await this.send({
      ...writing(`CreateFunction ${functionName}`, 'lambda'),
      creates: true,
      secrets: Object.values(revealed(config)),
      send: async () => {
        const command = new (sdk.lambda().CreateFunctionCommand)({ ...input, Code: await codeOf(code) });
        return this.connections.patientLambda().send(command);
      },
    });
    return { ...toChanged(answer), tags };
  }

  async update(functionName: string, change: FunctionChange, revisionId: string): Promise<LiveFunction> {
    return toChanged(
      'code' in change
        ? await this.updateCode(functionName, change, revisionId)
        : await this.updateConfig(functionName, change, revisionId),
    );
  }

  private async updateCode(
    functionName: string,
    { code, architecture }: Extract<FunctionChange, { code: Code }>,
    revisionId: string,
  ): Promise<FunctionConfiguration> {
    const what = { FunctionName: functionName, Architectures: [architecture] };
    const input = { ...what, Publish: false, RevisionId: revisionId };
    return this.send({
      ...writing(`UpdateFunctionCode ${functionName}`, 'lambda'),
      send: async () => {
        const command = new (sdk.lambda().UpdateFunctionCodeCommand)({ ...input, ...(await codeOf(code)) });
        return this.connections.patientLambda().send(command);
      },
    });
  }

  private updateConfig(
    functionName: string,
    { config, keys }: Extract<FunctionChange, { config: FunctionConfig }>,
    revisionId: string,
  ): Promise<FunctionConfiguration> {
    const settings = fromConfig(functionName, config, keys);
    const input = { FunctionName: functionName, ...settings, RevisionId: revisionId };
    return this.send({
      ...writing(`UpdateFunctionConfiguration ${functionName}`, 'lambda'),
      secrets: Object.values(revealed(config)),
      send: () =>
        this.connections.lambda().send(new (sdk.lambda().UpdateFunctionConfigurationCommand)(input)),
    });
  }

  async remove(functionName: string): Promise<void> {
    const input = { FunctionName: functionName };
    await this.send({
      ...writing(`DeleteFunction ${functionName}`, 'lambda'),
      send: () => this.connections.lambda().send(new (sdk.lambda().DeleteFunctionCommand)(input)),
    }).catch(unlessGone);
  }
}

/** Read when it is its turn: of five hundred functions that wait for the limiter, none holds its zip meanwhile. */
async function codeOf(code: Code) {
  if ('imageUri' in code) return { ImageUri: code.imageUri };
  return contentOf(code);
}
