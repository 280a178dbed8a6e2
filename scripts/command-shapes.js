/**
 * What completion knows of the commands: which there are, their flags, and what stands behind each. It is read from the
 * commands here, because whoever presses Tab does not wait until all of them are loaded.
 */
const { join } = require('node:path');
require('../bench/register.js');

/** Every command by its name, in the order of the alphabet. */
function commandClasses() {
  const { commands } = require(join(__dirname, '..', 'commands', 'base', 'table.ts'));
  return Object.entries(commands).map(([name, load]) => [name, load().default]);
}

/** What is typed behind a flag, where its name or the word for its value says so. */
const byFlag = {
  stage: 'stage',
  confirm: 'stage',
  rollout: 'rollout',
  alias: 'alias',
  'from-alias': 'alias',
  release: 'release',
  to: 'destination',
};
const byWord = { '<file>': 'file', '<folder>': 'folder' };

function kindOf(name, { type, helpValue }) {
  if (type === 'boolean') return null;
  return byFlag[name] ?? byWord[helpValue] ?? 'text';
}

/** Beside a name in a list there is room for what comes first. */
const briefly = (text) => text.split(/; |\. /)[0];

const flagShape = ([name, flag]) => ({
  name,
  char: flag.char ?? null,
  about: briefly(flag.summary ?? flag.description ?? ''),
  value: kindOf(name, flag),
  words: flag.options ?? [],
  multiple: flag.multiple ?? false,
  exclusive: flag.exclusive ?? [],
});

/** What the words of a command are: its usage says so, and its arguments where it has few. */
function takesOf(name, command) {
  if (name === 'help') return 'command';
  if (/FUNCTION\.\.\. ?\| ?RELEASE/.test(command.usage ?? '')) return 'history';
  if (/FUNCTION\.\.\./.test(command.usage ?? '')) return 'functions';
  return Object.keys(command.args ?? {}).length > 0 ? 'text' : null;
}

const shapeOf = ([name, command]) => ({
  name,
  about: briefly((command.summary ?? '').replace(/\.$/, '')),
  takes: takesOf(name, command),
  words: Object.values(command.args ?? {}).flatMap(({ options }) => options ?? []),
  flags: Object.entries(command.flags ?? {})
    .filter(([, flag]) => !flag.hidden)
    .map(flagShape)
    .sort((one, other) => (one.name < other.name ? -1 : 1)),
});

/** A line a flag, so that a change shows as what it is. */
function shapeText({ flags, ...shape }) {
  const lines = flags.map((flag) => `    ${JSON.stringify(flag)},`);
  const head = JSON.stringify(shape).slice(0, -1);
  return `  ${head},"flags":[\n${lines.join('\n')}\n  ]},`;
}

/** The module of them. */
function shapesModule() {
  const shapes = commandClasses()
    .filter(([, command]) => !command.hidden)
    .map(shapeOf);
  return `// Generated from commands/ by scripts/command-docs.js: \`npm run generate\`.
import type { CommandShape } from '../../src/core/completion';

export const shapes: readonly CommandShape[] = [
${shapes.map(shapeText).join('\n')}
];
`;
}

module.exports = { commandClasses, shapesModule };
