/** A part of the world that outlives its process: kept under a name, given back when the world is opened, emptied by a reset. */
export interface Kept {
  /** Plain JSON; may share what it holds, for it is written out before the world goes on. */
  dump(): unknown;
  /** What `dump` gave once. Called before the world runs, and never for a part that was not there yet. */
  load(dump: unknown): void;
  clear(): void;
}

export type KeptParts = { readonly [name: string]: Kept };

export type KeptDump = { readonly [name: string]: unknown };

export const dumpParts = (parts: KeptParts): KeptDump =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.dump()]));

export function loadParts(parts: KeptParts, dump: KeptDump): void {
  for (const [name, part] of Object.entries(parts)) if (Object.hasOwn(dump, name)) part.load(dump[name]);
}
