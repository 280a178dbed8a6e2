import type { Position } from '../problem';
import type { Path } from '../read';

/** What shipit must know before it can resolve anything stands in the file as it is meant. */
const literal = new Set(['$schema', 'allowEnv', 'extends', 'project']);

export function standsAsWritten(path: Path): boolean {
  return literal.has(String(path[0])) || (path[0] === 'stages' && path[2] === 'allowEnv');
}

/**
 * A secret may be the value of an environment variable of a function, an address or a header to which notifications go,
 * and a header with which a hook asks; everything else is shown to people.
 */
export function mayBeSecret(path: Path): boolean {
  const [first, , ...rest] = path;
  const [section, ...below] = first === 'stages' ? rest : path;
  if (section === 'notifications') return isOfChannel(below.slice(1));
  if (section === 'rollouts') return below[1] === 'steps' && below[3] === 'hooks' && isOfHook(below.slice(4));
  if (section === 'defaults') return isOfFunction(below);
  return section === 'functions' && isOfFunction(below.slice(1));
}

function isOfFunction([key, ...rest]: Path): boolean {
  return key === 'environment' ? rest.length === 1 : key === 'hooks' && isOfHook(rest.slice(1));
}

/** Below a list of hooks. */
const isOfHook = ([_, key, ...rest]: Path): boolean => key === 'headers' && rest.length === 1;

/** Facts of plain letters: they are one word to whatever reads a command. */
const plainFacts = new Set(['stage', 'project', 'account', 'region']);

/**
 * True where a reference may not stand: a command that is taken apart, by shipit or by a shell, could become another
 * one by what somebody else writes into a branch, a variable or a parameter.
 */
export function mayChangeCommand(path: Path, kind: string): boolean {
  const [section, ...rest] = path[0] === 'stages' ? path.slice(2) : path;
  const [setting, ...below] = section === 'defaults' ? rest : rest.slice(1);
  const isOfKind = ['defaults', 'functions', 'layers'].includes(String(section)) && setting === 'build';
  const isText = below.length === 0 || (below.length === 1 && below[0] === 'run');
  return isOfKind && isText && !plainFacts.has(kind);
}

function isOfChannel(path: Path): boolean {
  const [key] = path;
  return path.length === 1 ? key === 'slack' || key === 'webhook' : path.length === 2 && key === 'headers';
}

/** Where a part of a text stands; where the text itself does when its line does not show the part. */
export function positionIn(at: Position, text: string, offset: number): Position {
  const before = text.slice(0, offset + 2);
  const line = at.text.slice(at.column - 1);
  const quote = /^["']/.test(line) ? 1 : 0;
  const shown = line.startsWith(before) ? 0 : line.startsWith(before, quote) ? quote : null;
  return shown === null ? at : { ...at, column: at.column + shown + offset };
}
