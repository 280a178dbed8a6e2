/** What may stand where the cursor is. Asks nobody, writes nothing, and whatever cannot be read is left out. */
import { join } from 'node:path';
import { type Names, namesOf } from './config/names';
import { presets } from './config/presets';
import type { Answer, CommandShape, FlagShape, Offer, ValueKind } from './core/completion';
import type { Files, Journal } from './core/ports';
import { Ulid } from './core/ulid';

interface Ports {
  readonly files: Files;
  /** The journal of this machine, below the folder of a project. */
  readonly releases: (root: string) => ReturnType<Journal['releases']>;
}

interface Asked {
  readonly commands: readonly CommandShape[];
  /** Behind `shipit` and before the cursor. */
  readonly words: readonly string[];
  /** Where the cursor is, up to it. */
  readonly word: string;
  readonly cwd: string;
  /** What the environment says where no flag does. */
  readonly fallback: { readonly config: string | null; readonly stage: string | null };
}

export async function complete(ports: Ports, asked: Asked): Promise<Answer> {
  const [name, ...rest] = asked.words;
  const command = asked.commands.find((one) => one.name === name);
  if (name === undefined) return answer([...asked.commands.map(commandOffer), ...rootFlags]);
  if (!command) return answer([]);
  const typed = readTyped(command, rest);
  const inWord = typed.ended ? null : /^(--[a-z][a-z-]*=)(.*)$/s.exec(asked.word);
  const flag = inWord ? flagOf(command, inWord[1]?.slice(0, -1) ?? '') : typed.open;
  const known = { ...ports, ...asked, command, typed };
  if (flag) {
    const word = inWord?.[2] ?? asked.word;
    return {
      ...(await valuesOf({ ...known, word }, flag.value ?? 'text', flag.words)),
      prefix: inWord?.[1] ?? '',
    };
  }
  if (!typed.ended && asked.word.startsWith('-')) return answer(flagOffers(known));
  const full = command.words.length > 0 && typed.words.length > 0;
  if (command.takes === null || full) return answer(typed.ended ? [] : flagOffers(known));
  return valuesOf(known, command.takes, command.words);
}

const answer = (offers: readonly Offer[]): Answer => ({ prefix: '', offers, paths: null });

const help: Offer = { value: '--help', about: 'what it does and takes' };
const rootFlags: readonly Offer[] = [help, { value: '--version', about: 'which shipit this is' }];

const commandOffer = ({ name, about }: CommandShape): Offer => ({ value: name, about });

interface Typed {
  readonly words: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
  /** A flag whose value comes next. */
  readonly open: FlagShape | null;
  /** Behind `--` nothing is a flag. */
  readonly ended: boolean;
}

const flagOf = ({ flags }: CommandShape, word: string): FlagShape | null =>
  flags.find(({ name, char }) => word === `--${name}` || (char !== null && word === `-${char}`)) ?? null;

function readTyped(command: CommandShape, rest: readonly string[]): Typed {
  const [words, flags] = [[] as string[], new Map<string, string>()];
  let open: FlagShape | null = null;
  for (const [index, word] of rest.entries()) {
    const [, start, value] = /^(--[^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const flag = flagOf(command, start ?? word);
    if (open) {
      flags.set(open.name, word);
      open = null;
    } else if (word === '--')
      return { words: [...words, ...rest.slice(index + 1)], flags, open, ended: true };
    else if (flag) {
      flags.set(flag.name, value ?? '');
      if (flag.value !== null && value === undefined) open = flag;
    } else if (!word.startsWith('-')) words.push(word);
  }
  return { words, flags, open, ended: false };
}

interface Known extends Ports, Asked {
  readonly command: CommandShape;
  readonly typed: Typed;
}

/** Those that may still be typed: not twice, and none beside one that it does not go with. */
function flagOffers({ command, typed }: Known): Offer[] {
  const used = command.flags.filter(({ name }) => typed.flags.has(name));
  const fits = (flag: FlagShape): boolean =>
    !used.some(({ name, exclusive }) => flag.exclusive.includes(name) || exclusive.includes(flag.name));
  const left = command.flags.filter((flag) => (flag.multiple || !used.includes(flag)) && fits(flag));
  return [...left.map(({ name, about }) => ({ value: `--${name}`, about })), help];
}

async function valuesOf(known: Known, kind: ValueKind, words: readonly string[]): Promise<Answer> {
  if (words.length > 0) return answer(words.map((value) => ({ value, about: '' })));
  if (kind === 'file' || kind === 'folder')
    return { ...answer([]), paths: kind === 'file' ? 'files' : 'folders' };
  if (kind === 'text') return answer([]);
  if (kind === 'command') return answer(commandWords(known));
  const { config, stage } = known.fallback;
  const wanted = { path: known.typed.flags.get('config') ?? config, cwd: known.cwd };
  const names = await namesOf(known.files, wanted, known.typed.flags.get('stage') ?? stage);
  return answer(await offersOf(known, names, kind));
}

const commandWords = ({ commands, typed }: Known): Offer[] =>
  typed.words.length > 0
    ? []
    : [...commands.map(commandOffer), { value: 'exit-codes', about: 'what the exit codes mean' }];

type Dynamic = Exclude<ValueKind, 'file' | 'folder' | 'text' | 'command'>;

async function offersOf(known: Known, names: Names, kind: Dynamic): Promise<Offer[]> {
  const functions = said(names.functions).filter(({ value }) => !known.typed.words.includes(value));
  switch (kind) {
    case 'functions':
      return functions;
    case 'stage':
      return said(names.stages);
    case 'rollout':
      return [
        ...said(names.rollouts),
        ...Object.keys(presets).map((value) => ({ value, about: 'CodeDeploy' })),
      ];
    case 'alias':
      return names.aliases.map((value) => ({ value, about: 'alias' }));
    case 'release':
      return releases(known, names.root);
    case 'destination':
      return [
        ...(await releases(known, names.root)),
        ...said(names.functions).map(({ value, about }) => ({
          value: `${value}@`,
          about,
          open: true as const,
        })),
      ];
    case 'history':
      return [...functions, ...(await releases(known, names.root))];
  }
}

const said = (names: ReadonlyMap<string, string>): Offer[] =>
  [...names].map(([value, about]) => ({ value, about }));

/** So many are offered, the newest first; whoever looks for an older one has its id from `shipit history`. */
const maxReleases = 20;
/** The last event of a release says how it ended, and has a line for each function. */
const tailBytes = 64 * 1024;

async function releases({ files, releases, word }: Known, root: string | null): Promise<Offer[]> {
  if (root === null) return [];
  const ids = (await releases(root).catch(() => [])).filter((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id));
  const newest = ids.slice(0, maxReleases);
  return Promise.all(
    newest.map(async (id) => {
      const at = new Date(Ulid.timeMs(id)).toISOString().slice(0, 16).replace('T', ' ');
      const ended = await endOf(files, join(root, '.shipit', 'journal', `${id}.jsonl`));
      return { value: shortest(id, ids, word), about: `${at} UTC, ${ended}` };
    }),
  );
}

/** As it is shown, its last six characters; more where they fit another one, all where its beginning was typed. */
function shortest(id: string, all: readonly string[], word: string): string {
  if (word.length > 6 && id.startsWith(word.toUpperCase())) return id;
  for (let length = 6; length < id.length; length += 1) {
    const suffix = id.slice(-length);
    if (all.filter((other) => other.endsWith(suffix)).length === 1) return suffix;
  }
  return id;
}

async function endOf(files: Files, path: string): Promise<string> {
  try {
    const size = (await files.stat(path))?.size ?? 0;
    const tail = Buffer.from(await files.part(path, Math.max(0, size - tailBytes), size)).toString('utf8');
    const last = tail.trimEnd().split('\n').at(-1) ?? '';
    return /"type":"release\.finished".*?"outcome":"(\w{1,20})"/.exec(last)?.[1] ?? 'not ended';
  } catch {
    return 'not read';
  }
}
