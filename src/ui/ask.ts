import { createInterface } from 'node:readline';
import type { Streams } from './streams';

/** Asks on the terminal, where somebody can answer; anything but yes is no. */
export async function ask(streams: Streams, question: string): Promise<boolean> {
  const answer = await answerTo(streams, `${question} [y/N] `);
  return answer !== null && /^(y|yes)$/i.test(answer.trim());
}

/** For what cannot be undone: only the very words are a yes. */
export async function askTyped(streams: Streams, question: string, expected: string): Promise<boolean> {
  return (await answerTo(streams, `${question} (${expected}): `))?.trim() === expected;
}

/** Null when the input ended, or on Ctrl-C, which at a question comes as a key and is a signal like any other. */
async function answerTo(streams: Streams, text: string): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: streams.stderr as NodeJS.WritableStream });
  const answer = new Promise<string | null>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(null));
  });
  lines.once('SIGINT', () => {
    process.emit('SIGINT', 'SIGINT');
    lines.close();
  });
  lines.setPrompt(text);
  lines.prompt();
  const given = await answer;
  lines.close();
  if (given === null) streams.stderr.write('\n');
  return given;
}
