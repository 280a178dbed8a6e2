/** Foreign text of several lines in Markdown, as a block of code, which nothing in it can end. Says how much is missing. */
export function fenced(text: string, mostCharacters: number): string {
  const kept = cutLines(text.replaceAll('\r', ''), mostCharacters);
  const longest = Math.max(2, ...(kept.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${kept}\n${fence}`;
}

function cutLines(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = Math.max(0, most - 80);
  const end = text.lastIndexOf('\n', room);
  const kept = text.slice(0, end > 0 ? end : room);
  return `${kept}\n[cut here: ${text.length - kept.length} of ${text.length} characters are missing]`;
}
