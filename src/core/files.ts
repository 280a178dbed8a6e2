/** Files of this machine: a port, under the contracts of ports.ts. */
import type { Digest } from './values';

/** Files below the project's folder. Paths are absolute. `badArtifact` for what is neither file nor folder. */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  /** Null when there is nothing. Links are reported, never followed. */
  stat(path: string): Promise<FileStat | null>;
  /** From the first byte up to, not including, the last; less where the file ends before. */
  part(path: string, from: number, to: number): Promise<Uint8Array>;
  /** Reads it in pieces, whatever its size. */
  digest(path: string): Promise<FileDigest>;
  /**
   * Every file below a folder, in the order of the bytes of their paths, which are relative to it with `/`. Folders that
   * are skipped, by such a path, are not looked into.
   */
  walk(path: string, skips?: (folder: string) => boolean): Promise<FileStat[]>;
  /** Writes whole or not at all; makes the folder when it is missing. */
  write(path: string, bytes: string | Uint8Array): Promise<void>;
}

export interface FileStat {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  readonly executable: boolean;
  /** Another one after each write to it. */
  readonly stamp: number;
}

export interface FileDigest {
  readonly digest: Digest;
  readonly bytes: number;
}
