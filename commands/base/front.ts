/** The first page that somebody reads: which commands there are. It waits for no framework. */
import { description } from '../../package.json';
import { streamsHere } from '../../src/compose/streams';
import type { Streams } from '../../src/ui/streams';
import { paint, wantsColour } from '../../src/ui/style';
import { wrapText } from '../../src/ui/width';
import { exitCodesText } from './exit-codes';
import { shapes } from './shapes.gen';
import { versionText } from './version';

/** What there is to read beside a page for each command. */
export const topics: Readonly<Record<string, () => string>> = { 'exit-codes': () => exitCodesText };

const examples: readonly string[] = [
  '$ shipit init',
  '$ shipit deploy --local --canary 10%/1m',
  '$ shipit deploy --canary 10%',
  '$ shipit rollback',
];

const isHelp = (word: string): boolean => word === 'help' || word === '--help' || word === '-h';

/** Whether nothing but this page is asked for. */
export const isFront = (argv: readonly string[]): boolean =>
  argv.length === 0 || (argv.length === 1 && argv.every(isHelp));

export function showFront(): void {
  const streams = streamsHere();
  streams.stdout.write(`${frontPage(streams)}\n`);
}

function frontPage({ stdout, flags }: Streams): string {
  const columns = Math.max(stdout.columns || flags.columns || 80, 40);
  const head = (text: string): string => (wantsColour(stdout, flags) ? paint('strong', text) : text);
  const pages = Object.keys(topics).map((topic) => `$ shipit help ${topic}`);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['VERSION', [versionText()]],
    ['USAGE', ['$ shipit [COMMAND]', '$ shipit help [COMMAND]', ...pages]],
    ['EXAMPLES', examples],
    ['COMMANDS', commandLines(columns - 3)],
  ];
  const told = sections.map(([title, lines]) => [head(title), ...lines.map((line) => `  ${line}`)]);
  return [wrapText(description, columns, 10), ...told].map((lines) => lines.join('\n')).join('\n\n');
}

/** A command, and beside it what it does, in as many lines as that takes. */
function commandLines(columns: number): string[] {
  const wide = Math.max(...shapes.map(({ name }) => name.length)) + 2;
  return shapes.flatMap(({ name, about }) =>
    wrapText(`${about}.`, columns - wide, 10).map((text, row) => `${(row ? '' : name).padEnd(wide)}${text}`),
  );
}
