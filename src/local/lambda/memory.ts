/** The book of functions in memory, and its form as plain JSON. */
import type {
  AliasEntry,
  EventSourceEntry,
  FunctionBook,
  FunctionEntry,
  PolicyEntry,
  ProvisionedEntry,
  UrlEntry,
  VersionEntry,
} from './book';

export interface FunctionDump {
  readonly entries: readonly DumpedFunction[];
  readonly lastVersion: readonly (readonly [name: string, version: number])[];
  readonly eventSources: readonly EventSourceEntry[];
}

interface DumpedFunction extends Omit<FunctionEntry, MapMember> {
  readonly versions: readonly VersionEntry[];
  readonly aliases: readonly AliasEntry[];
  readonly policies: readonly (readonly [string, PolicyEntry])[];
  readonly urls: readonly (readonly [string, UrlEntry])[];
  readonly provisioned: readonly (readonly [string, ProvisionedEntry])[];
}

type MapMember = 'versions' | 'aliases' | 'policies' | 'urls' | 'provisioned';

export function createFunctionBook(): FunctionBook {
  return { entries: new Map(), lastVersion: new Map(), eventSources: new Map() };
}

/** Shares its entries with the book: write it out before the world goes on. */
export function dumpFunctions(book: FunctionBook): FunctionDump {
  return {
    entries: [...book.entries.values()].map((entry) => ({
      ...entry,
      versions: [...entry.versions.values()],
      aliases: [...entry.aliases.values()],
      policies: [...entry.policies],
      urls: [...entry.urls],
      provisioned: [...entry.provisioned],
    })),
    lastVersion: [...book.lastVersion],
    eventSources: [...book.eventSources.values()],
  };
}

export function loadFunctions(dump: FunctionDump): FunctionBook {
  const entries = dump.entries.map((entry) => ({
    ...entry,
    versions: new Map(entry.versions.map((version) => [version.version, version])),
    aliases: new Map(entry.aliases.map((alias) => [alias.name, alias])),
    policies: new Map(entry.policies),
    urls: new Map(entry.urls),
    provisioned: new Map(entry.provisioned),
  }));
  return {
    entries: new Map(entries.map((entry) => [entry.name, entry])),
    lastVersion: new Map(dump.lastVersion),
    eventSources: new Map(dump.eventSources.map((source) => [source.uuid, source])),
  };
}
