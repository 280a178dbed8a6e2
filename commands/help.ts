import { Args, type Command, CommandHelp, Config, Help as Pages } from '@oclif/core';
import { ShipitCommand } from './base/command';
import { showFront, topics } from './base/front';
import { groups } from './base/grouped';
import { programOf } from './base/program';
import { commands } from './base/table';
import { refuseUnknown } from './base/unknown';

/** The summary stands above everything already. */
class CommandPage extends CommandHelp {
  protected override description(): string | undefined {
    return this.command.description === undefined ? undefined : this.wrap(this.command.description);
  }
}

class ShipitPages extends Pages {
  protected override CommandHelpClass = CommandPage;

  protected override summary(command: Command.Loadable): string | undefined {
    return command.summary === undefined ? undefined : this.wrap(command.summary);
  }
}

export default class Help extends ShipitCommand {
  static override summary = 'Show what there is, or what a command does and takes.';
  static override description = [
    'Without a command, all of them. `shipit <command> --help` says the same as `shipit help ',
    '<command>`.',
  ].join('');
  static override examples = [
    { description: 'What there is', command: '<%= config.bin %> help' },
    { description: 'What deploy does and takes', command: '<%= config.bin %> help deploy' },
    { description: 'What a script may rely on', command: '<%= config.bin %> help exit-codes' },
  ];
  static override exits = {
    0: 'Shown.',
  };
  static override args = {
    command: Args.string({ description: 'a command, or exit-codes' }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(Help);
    const { command: word = null } = args;
    if (word === null) return showFront();
    if (Object.hasOwn(topics, word)) return this.log(topics[word]?.());
    if (!Object.hasOwn(commands, word))
      return refuseUnknown(word, [...Object.keys(commands), ...Object.keys(topics)]);
    const page = pageOf(word);
    const config = await Config.load(programOf([page]));
    await new ShipitPages(config, { flagSortOrder: 'none' }).showCommandHelp(page);
  }
}

/** All that the framework reads of a command that it does not run; nothing of what is a topic. */
function pageOf(id: string): Command.Loadable {
  const shown = commands[id]?.().default;
  if (shown === undefined) return loadable(id, {});
  const { summary, description, usage, examples, flags, args, strict } = shown;
  const page = {
    summary,
    description,
    usage,
    examples,
    flags: sorted(flags),
    args: named(args),
    strict,
  } as Partial<Command.Loadable>;
  return loadable(id, page);
}

function loadable(id: string, page: Partial<Command.Loadable>): Command.Loadable {
  const load = (): Promise<never> => Promise.reject(new RangeError(`${id} is only shown`));
  return { ...page, id, aliases: [], hiddenAliases: [], hidden: false, load } as Command.Loadable;
}

/** By their headings, those of the command itself first; below a heading by the alphabet. */
function sorted(flags: Command.Class['flags']): Command.Class['flags'] {
  const placeOf = ({ helpGroup }: { helpGroup?: string }): number =>
    groups.map(String).indexOf(helpGroup ?? '');
  const entries = Object.entries(flags ?? {}).sort(([name], [other]) => (name < other ? -1 : 1));
  const shown = entries.map(([name, flag]) => {
    const helpLabel = `${flag.char ? `-${flag.char}, ` : ''}--${name}`;
    // One that may be given many times begins with none, which is nothing to show.
    return [
      name,
      { ...flag, helpLabel, default: [flag.default].flat().length > 0 ? flag.default : undefined },
    ] as const;
  });
  return Object.fromEntries(shown.sort(([, one], [, other]) => placeOf(one) - placeOf(other)));
}

/** The framework names them only while it parses. */
const named = (args: Command.Class['args']): Command.Class['args'] =>
  Object.fromEntries(Object.entries(args ?? {}).map(([name, arg]) => [name, { ...arg, name }]));
