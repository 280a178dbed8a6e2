/** Takes what a program writes apart into lines. */
import { StringDecoder } from 'node:string_decoder';

/** A line that is longer is told in parts: a program that writes no line ends must not fill the memory. */
const longestLine = 8 * 1024;

/** Hears each line of a stream as soon as it is there, its last one also without a line end. */
export function hearLines(stream: NodeJS.ReadableStream | null, hear: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string): void => {
    const lines = `${rest}${text}`.split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) tell(line);
    while (rest.length > longestLine) {
      tell(rest.slice(0, longestLine));
      rest = rest.slice(longestLine);
    }
  };
  // Progress bars write over one line again and again: what stands there in the end is the line.
  const tell = (written: string): void => {
    const line = written.slice(written.lastIndexOf('\r') + 1);
    for (let from = 0; from === 0 || from < line.length; from += longestLine)
      hear(line.slice(from, from + longestLine));
  };
  stream?.on('data', (chunk: Buffer) => take(decoder.write(chunk)));
  stream?.once('end', () => {
    take(decoder.end());
    if (rest !== '') tell(rest);
  });
}
