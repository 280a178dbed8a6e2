import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { ShipitError } from '../core/errors';
import type { Connections } from './connections';
import { functionNameOf, qualifierOf } from './function-arn';
import { allPages } from './pages';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

/** By the name of the function; one line for each event source that calls it without an alias. */
type Found = Map<string, string[]>;

/**
 * So many functions are worth one page of the list of the whole region, which has a hundred mappings. Where the list is
 * longer, the look at each function costs a quarter more than without the attempt.
 */
const functionsPerPage = 4;

/** Queues and streams that call functions; the call for one function and that for all share 15 a second with the rest. */
export class EventSources {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  /** Null when they may not be read: IAM allows the list for every function, or for none. */
  async of(functionNames: readonly string[]): Promise<ReadonlyMap<string, readonly string[]> | null> {
    try {
      return (await this.fromList(functionNames)) ?? (await this.oneByOne(functionNames));
    } catch (error) {
      if (ShipitError.is(error, 'accessDenied')) return null;
      throw error;
    }
  }

  /** Null when a look at each function is the shorter way. */
  private async fromList(functionNames: readonly string[]): Promise<Found | null> {
    const found: Found = new Map(functionNames.map((name) => [name, []]));
    const mostPages = Math.floor(functionNames.length / functionsPerPage);
    let marker: string | undefined;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const page = await this.page(null, marker);
      for (const one of page.items)
        found.get(functionNameOf(one.FunctionArn ?? '') ?? '')?.push(...lineOf(one));
      marker = page.next;
      if (marker === undefined) return found;
    }
    return null;
  }

  private async oneByOne(functionNames: readonly string[]): Promise<Found> {
    const names = [...new Set(functionNames)];
    return new Map(await Promise.all(names.map(async (name) => [name, await this.ofOne(name)] as const)));
  }

  private async ofOne(functionName: string): Promise<string[]> {
    const found = await allPages((marker) => this.page(functionName, marker));
    return found.flatMap(lineOf);
  }

  /** Of one function, or of the region. A function that is not there has none. */
  private async page(functionName: string | null, marker: string | undefined) {
    const input = {
      ...(functionName === null ? {} : { FunctionName: functionName }),
      Marker: marker,
    };
    const call = this.send({
      ...reading(`ListEventSourceMappings${functionName === null ? '' : ` ${functionName}`}`, 'lambda'),
      send: () => this.connections.lambda().send(new (sdk.lambda().ListEventSourceMappingsCommand)(input)),
    });
    const answer = await call.catch((error: unknown) => {
      if (ShipitError.is(error, 'notFound')) return null;
      throw error;
    });
    return { items: answer?.EventSourceMappings ?? [], next: answer?.NextMarker || undefined };
  }
}

const resting = new Set(['Disabled', 'Disabling', 'Deleting']);

/** Empty for one that goes through an alias or a version, and for one that is at rest. */
function lineOf({ FunctionArn, State, EventSourceArn, UUID }: EventSourceMappingConfiguration): string[] {
  const isUnqualified = (qualifierOf(FunctionArn ?? '') ?? '$LATEST') === '$LATEST';
  if (!isUnqualified || resting.has(State ?? '')) return [];
  return [`event source ${EventSourceArn ?? UUID ?? ''}`];
}
