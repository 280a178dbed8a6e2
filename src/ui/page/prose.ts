/** Words in which commands stand between backticks, as in the terminal. */
import { type Child, el } from './dom';

/** A reason may be as long as whoever wrote it liked. */
const most = 1000;

export function prose(text: string): Child[] {
  const pieces = text.split('`');
  // An odd one has no end, and is no mark.
  if (pieces.length % 2 === 0) return [text];
  return pieces.flatMap((piece, index) =>
    piece === '' ? [] : [index % 2 === 1 ? el('code', {}, piece) : piece],
  );
}

/** What is the same already is not written again: a screen reader would say it again. */
export function setProse(node: HTMLElement, text: string): void {
  if (node.dataset.text === text) return;
  node.dataset.text = text;
  const shown = text.length > most ? `${text.slice(0, most)} [cut: ${text.length} characters]` : text;
  node.replaceChildren(...prose(shown).filter((piece) => piece !== null));
}
