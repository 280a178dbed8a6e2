/** The quiet edges: files, journal, invoker. */
import { ShipitError } from '../../src/core/errors';
import type { Event } from '../../src/core/events';
import type { Invocation, Invoker } from '../../src/core/lambda';
import type { FileDigest, FileStat, Files, Journal } from '../../src/core/ports';
import { Digest } from '../../src/core/values';
import { Fake } from './fake';

export class FakeJournal extends Fake implements Journal {
  private readonly kept = new Map<string, Event[]>();

  append(release: string, event: Event): Promise<void> {
    return this.call('append', `${release} ${event.type}`, () => {
      this.kept.set(release, [...(this.kept.get(release) ?? []), event]);
    });
  }

  read(release: string): Promise<Event[]> {
    return this.call('read', release, () => [...(this.kept.get(release) ?? [])]);
  }

  releases(): Promise<string[]> {
    return this.call('releases', '', () => [...this.kept.keys()].sort().reverse());
  }
}

/** Answers `{}` from the version asked for, until a test says otherwise. */
export class FakeInvoker extends Fake implements Invoker {
  answer: (functionName: string, qualifier: string, payload: string) => Partial<Invocation> = () => ({});

  invoke(functionName: string, qualifier: string, payload: string): Promise<Invocation> {
    return this.call('invoke', `${functionName}:${qualifier}`, () => ({
      executedVersion: qualifier,
      functionError: null,
      payload: '{}',
      ...this.answer(functionName, qualifier, payload),
    }));
  }
}

const foldersOf = (path: string): string[] =>
  path.split('/').flatMap((_, index, parts) => (index === 0 ? [] : [parts.slice(0, index).join('/')]));

/** Files by absolute path; folders are there when something is in them. */
export class FakeFiles extends Fake implements Files {
  private readonly contents = new Map<string, Buffer>();
  private readonly odd = new Map<string, FileStat['kind']>();

  put(path: string, bytes: string | Uint8Array): void {
    this.contents.set(path, Buffer.from(bytes));
  }

  /** A link, a pipe or a device. */
  putOdd(path: string, kind: 'link' | 'other'): void {
    this.odd.set(path, kind);
  }

  read(path: string): Promise<Uint8Array> {
    return this.call('read', path, () => {
      const bytes = this.contents.get(path);
      if (!bytes) throw new ShipitError('badArtifact', `there is no file ${path}`);
      return bytes;
    });
  }

  async part(path: string, from: number, to: number): Promise<Uint8Array> {
    return (await this.read(path)).subarray(from, to);
  }

  async digest(path: string): Promise<FileDigest> {
    const bytes = await this.read(path);
    return { digest: Digest.of(bytes), bytes: bytes.length };
  }

  stat(path: string): Promise<FileStat | null> {
    return this.call('stat', path, () => this.statOf(path, path));
  }

  walk(path: string, skips: (folder: string) => boolean = () => false): Promise<FileStat[]> {
    return this.call('walk', path, () => {
      const below = this.below(path).sort();
      if (below.length === 0) throw new ShipitError('badArtifact', `there is no folder ${path}`);
      const stats = below.flatMap((file) => this.statOf(file, file.slice(path.length + 1)) ?? []);
      return stats.filter((stat) => !foldersOf(stat.path).some(skips));
    });
  }

  write(path: string, bytes: string | Uint8Array): Promise<void> {
    return this.call('write', path, () => this.put(path, bytes));
  }

  private below(path: string): string[] {
    return [...this.contents.keys(), ...this.odd.keys()].filter((file) => file.startsWith(`${path}/`));
  }

  private statOf(path: string, shown: string): FileStat | null {
    const bytes = this.contents.get(path);
    const odd = this.odd.get(path);
    const kind = bytes ? 'file' : (odd ?? (this.below(path).length > 0 ? 'folder' : null));
    return kind && { path: shown, kind, size: bytes?.length ?? 0, executable: false, stamp: 0 };
  }
}
