/** shipit as the framework sees it: one plugin whose commands come from a table, so that no folder is searched. */
import { type Command, Config, type Interfaces } from '@oclif/core';
import { description, name, version } from '../../package.json';
import { versionText } from './version';

const oclif = { bin: 'shipit', dirname: 'shipit', topicSeparator: ' ' } as const;
const pjson = { name, version, description, oclif } as unknown as Interfaces.PJSON;

/**
 * What a command that runs asks of its program. The framework would look for plugins, themes and the user's shell first, and each
 * command would wait for that.
 */
export function runningProgram(): Config {
  const { root = __dirname, plugins = new Map() } = programOf([]) as Interfaces.Options;
  const [rootPlugin] = plugins.values();
  const userAgent = versionText();
  return Object.assign(new Config({ root }), {
    ...oclif,
    name,
    version,
    pjson,
    root,
    plugins,
    rootPlugin,
    userAgent,
  });
}

/** For help, which shows the commands that it is given. */
export function programOf(commands: Command.Loadable[]): Interfaces.LoadOptions {
  const plugin: Interfaces.Plugin = {
    ...{ _base: '', name, alias: name, version, pjson, root: __dirname, type: 'core', tag: undefined },
    ...{ moduleType: 'commonjs', isRoot: true, valid: true, hasManifest: false, commandsDir: undefined },
    ...{ options: { root: __dirname }, hooks: {}, topics: [] },
    commands,
    commandIDs: commands.map(({ id }) => id),
    load: async () => {},
    findCommand: (() => undefined) as unknown as Interfaces.Plugin['findCommand'],
  };
  return { root: __dirname, plugins: new Map([[name, plugin]]) };
}
