import { createInterface } from 'node:readline/promises';
import type { Streams } from './streams';

/** Asks on the terminal, where somebody can answer; anything but yes is no. */
export async function ask(streams: Streams, question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: streams.stderr as NodeJS.WritableStream });
  try {
    const answer = await lines.question(`${question} [y/N] `);
    return /^(y|yes)$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
