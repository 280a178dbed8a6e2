/** One line of a query on its way through the commands: an event with what was found in it, and what was made of it. */
import { discover } from '../fields';
import { Pointer } from '../ids';
import type { LogEvent } from '../store';
import { Instant, type Value } from './value';

export interface RowSource {
  readonly account: string;
  readonly group: string;
  readonly stream: string;
  readonly event: LogEvent;
}

export class Row {
  private readonly made = new Map<string, Value>();
  private found: ReadonlyMap<string, Value> | null = null;

  /** Without an event a row has only what is set. */
  constructor(readonly source: RowSource | null) {}

  get(name: string): Value {
    const made = this.made.get(name);
    if (made !== undefined) return made;
    if (!this.source) return null;
    return systemField(this.source, name) ?? this.discovered(this.source).get(name) ?? null;
  }

  set(name: string, value: Value): void {
    this.made.set(name, value);
  }

  private discovered({ event }: RowSource): ReadonlyMap<string, Value> {
    this.found ??= discover(event.message);
    return this.found;
  }
}

function systemField({ account, group, stream, event }: RowSource, name: string): Value {
  if (name === '@timestamp') return new Instant(event.atMs);
  if (name === '@ingestionTime') return new Instant(event.ingestedMs);
  if (name === '@message') return event.message;
  if (name === '@logStream') return stream;
  if (name === '@log') return `${account}:${group}`;
  return name === '@ptr' ? Pointer.of({ group, stream, ...event }) : null;
}
