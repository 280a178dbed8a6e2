import { complete } from '../../src/complete';
import { completingHere } from '../../src/compose/completing';
import { bashAnswer, fishAnswer, zshAnswer } from '../../src/ui/shells/answers';
import { readLine } from '../../src/ui/shells/line';
import { shapes } from './shapes.gen';

/**
 * Answers the script of a shell: `bash <line up to the cursor> <COMP_WORDBREAKS>`, or `zsh|fish <words...> <word at the
 * cursor>`. Whatever goes wrong, somebody is in the middle of typing: there is no error, and nothing to choose from.
 */
export async function answerShell([shell, ...rest]: readonly string[]): Promise<void> {
  const { ports, cwd, fallback, say } = completingHere();
  const asked = { commands: shapes, cwd, fallback };
  try {
    if (shell === 'bash') {
      const line = readLine(rest[0] ?? '', rest[1] ?? '');
      const words = line.words.slice(1);
      say(bashAnswer(await complete(ports, { ...asked, words, word: line.word }), line));
      return;
    }
    const answer = await complete(ports, { ...asked, words: rest.slice(0, -1), word: rest.at(-1) ?? '' });
    say(shell === 'fish' ? fishAnswer(answer) : zshAnswer(answer));
  } catch {
    say('words\n');
  }
}
