/** How code is made before it is packed: ports, under the contracts of ports.ts. */

/** Makes one file for Node.js out of a module and all that it imports. */
export interface Bundler {
  /** Null when this machine has none. It is that of the project where the project has one. */
  bundle(request: BundleRequest): Promise<Bundled | null>;
}

export interface BundleRequest {
  /** Absolute, as is the entry. The same files in another folder give the same bytes. */
  readonly root: string;
  readonly entry: string;
  /** `node20`. */
  readonly target: string;
  readonly format: 'esm' | 'cjs';
  readonly minify: boolean;
  readonly sourceMap: boolean;
  /** Names of packages that are not bundled; `*` stands for anything. */
  readonly external: readonly string[];
  /** Names of packages that are there when the code runs. */
  readonly provided: readonly string[];
  /** For which machine code in packages has to be. */
  readonly architecture: 'x86_64' | 'arm64';
}

export interface Bundled {
  /** What keeps it from being made; there are no files then. */
  readonly problems: readonly Remark[];
  readonly warnings: readonly Remark[];
  /** The module first, then what it takes along: its source map, and packages that stay files. */
  readonly files: readonly StagedFile[];
  /** What is in the bundle, by paths relative to the root, and how many of its bytes come from it. */
  readonly inputs: readonly { readonly path: string; readonly bytes: number }[];
}

export interface Remark {
  /** `src/api.ts:3:10`; null where nobody knows. */
  readonly at: string | null;
  readonly what: string;
  /** Null without one. */
  readonly hint: string | null;
}

/** One file on its way into a folder that is packed. */
export interface StagedFile {
  /** With `/`, relative to that folder. */
  readonly path: string;
  /** What it holds, or the absolute path of a file that holds it. */
  readonly from: Uint8Array | string;
  readonly executable: boolean;
}

/** Folders of ours in which files of several origins come together. */
export interface Staging {
  /** A new and empty one below that folder, for nobody else. What was left there long ago, or not used for long, may go. */
  open(parent: string): Promise<string>;
  /** Puts them there. `badArtifact` for one that is there already, or cannot be read. */
  fill(folder: string, files: readonly StagedFile[]): Promise<void>;
  /** Gives it that name, whole; when somebody else was first, theirs stays and this one goes. */
  rename(folder: string, to: string): Promise<void>;
  /** Whether it is there; that it is used now keeps it there for a while. */
  uses(folder: string): Promise<boolean>;
  /** With all that is in it; no error when it is gone. */
  remove(folder: string): Promise<void>;
}
