/** A function whose invocations last until the test lets them go. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CreateFunctionCommand } from '@aws-sdk/client-lambda';
import type { World } from '../../src/local/world';
import { creation } from './lambda-steps';
import type { LocalAws } from './world';
import { zipOf } from './zip';

/** Says its version, once the file of the event is there. */
const handler = `const { existsSync } = require('node:fs');
exports.handler = async ({ until }, context) => {
  while (until && !existsSync(until)) await new Promise((resolve) => setTimeout(resolve, 2));
  return context.functionVersion;
};`;

export const zipWith = (source: string): Buffer => zipOf({ name: 'index.js', data: source });

export interface Held {
  readonly payload: Buffer;
  /** Lets every invocation go, those to come too. */
  letGo(): void;
  hold(): void;
}

export async function createHeld(aws: LocalAws, name: string): Promise<Held> {
  await aws.lambda.send(
    new CreateFunctionCommand(creation(name, { Code: { ZipFile: zipWith(handler) }, Timeout: 60 })),
  );
  await aws.clock.advance(5000);
  const file = join(aws.folder, `go-${name}`);
  return {
    payload: Buffer.from(JSON.stringify({ until: file })),
    letGo: () => writeFileSync(file, ''),
    hold: () => rmSync(file, { force: true }),
  };
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await nextTurn();
}

/** Of a Lambda metric over all time; null when there is no data point. */
export function metric(
  world: World,
  name: string,
  dimensions: { [name: string]: string },
): { sum: number; maximum: number; count: number } | null {
  const buckets = world.metrics.read(
    { namespace: 'AWS/Lambda', name, dimensions },
    0,
    Number.POSITIVE_INFINITY,
  );
  if (buckets.length === 0) return null;
  return {
    sum: buckets.reduce((total, { summary }) => total + summary.sum, 0),
    maximum: Math.max(...buckets.map(({ summary }) => summary.maximum)),
    count: buckets.reduce((total, { summary }) => total + summary.sampleCount, 0),
  };
}
