import type { ListDurableExecutionsByFunctionRequest } from '@aws-sdk/client-lambda';
import { ShipitError } from '../core/errors';
import type { LiveFunction, PublishedVersion } from '../core/function';
import type { PublishExpectation, Versions } from '../core/lambda';
import { hiddenPart, toChanged, toPublished } from './configuration';
import type { Connections } from './connections';
import { download } from './download';
import { unlessGone } from './errors';
import { allPages } from './pages';
import { sdk } from './sdk';
import { reading, repeatable, type Send, writing } from './sender';

export function createVersions(connections: Connections, send: Send): Versions {
  return new LambdaVersions(connections, send);
}

class LambdaVersions implements Versions {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  async publish(functionName: string, expect: PublishExpectation): Promise<LiveFunction> {
    const input = {
      FunctionName: functionName,
      CodeSha256: expect.digest,
      RevisionId: expect.revisionId,
      ...(expect.description === null ? {} : { Description: expect.description }),
    };
    const answer = await this.send({
      ...writing(`PublishVersion ${functionName}`, 'lambda'),
      send: () => this.connections.lambda().send(new (sdk.lambda().PublishVersionCommand)(input)),
    });
    return toChanged(answer);
  }

  /** A version whose environment Lambda cannot decrypt is left out: it can be compared with nothing. */
  async list(functionName: string): Promise<PublishedVersion[]> {
    const found = await allPages(async (marker) => {
      const input = { FunctionName: functionName, Marker: marker };
      const page = await this.send({
        ...reading(`ListVersionsByFunction ${functionName}`, 'lambda'),
        send: () => this.connections.lambda().send(new (sdk.lambda().ListVersionsByFunctionCommand)(input)),
      });
      return { items: page.Versions ?? [], next: page.NextMarker };
    });
    return found
      .filter((one) => /^\d+$/.test(one.Version ?? '') && hiddenPart(one) === null)
      .map(toPublished)
      .sort((a, b) => Number(a.version) - Number(b.version));
  }

  /** DeleteFunction without a number would take away the function with all its versions. */
  async remove(functionName: string, version: string): Promise<void> {
    if (!/^[1-9]\d*$/.test(version)) throw new RangeError(`"${version}" is no number of a version`);
    const input = { FunctionName: functionName, Qualifier: version };
    await this.send({
      ...repeatable(`DeleteFunction ${functionName}:${version}`, 'lambda'),
      send: () => this.connections.lambda().send(new (sdk.lambda().DeleteFunctionCommand)(input)),
    }).catch(unlessGone);
  }

  /** A page can be empty and yet not be the last. */
  async isExecuting(functionName: string, version: string): Promise<boolean> {
    const running: Pick<ListDurableExecutionsByFunctionRequest, 'Statuses'> = { Statuses: ['RUNNING'] };
    const input = { FunctionName: functionName, Qualifier: version, ...running };
    let marker: string | undefined;
    do {
      const at = marker === undefined ? input : { ...input, Marker: marker };
      const page = await this.send({
        ...reading(`ListDurableExecutionsByFunction ${functionName}:${version}`, 'lambda'),
        send: () =>
          this.connections.lambda().send(new (sdk.lambda().ListDurableExecutionsByFunctionCommand)(at)),
      });
      if ((page.DurableExecutions ?? []).length > 0) return true;
      marker = page.NextMarker || undefined;
    } while (marker !== undefined);
    return false;
  }

  /** From where GetFunction says that it is, for ten minutes and without credentials. */
  async code(functionName: string, version: string): Promise<Uint8Array | null> {
    const input = { FunctionName: functionName, Qualifier: version };
    const subject = `${functionName}:${version}`;
    const answer = await this.send({
      ...reading(`GetFunction ${subject}`, 'getFunction'),
      send: () => this.connections.lambda().send(new (sdk.lambda().GetFunctionCommand)(input)),
    });
    if (answer.Configuration?.PackageType === 'Image') return null;
    const location = answer.Code?.Location;
    if (!location)
      throw new ShipitError('unavailable', `GetFunction ${subject}: no word of where its code is`);
    return this.send({
      ...reading(`the code of ${subject}`, null),
      send: () => download(location, this.connections.downloads),
    });
  }
}
