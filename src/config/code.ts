/** Where code and images come from, and where they are kept, as a project file says. */
import type { Duration } from '../core/values';

/** Where the code of a zip comes from. Paths are absolute. */
export type CodeSource = FilesSource | BundleSource | PythonSource;

/** What goes into the zip, by patterns of .gitignore below its folder, and what may although it looks like a secret. */
export interface Packed {
  /** Null takes all that is not excluded. */
  readonly include: readonly string[] | null;
  readonly exclude: readonly string[];
  /** Paths of files that look like secrets and are meant to be in it. */
  readonly allow: readonly string[];
}

export interface FilesSource extends Packed {
  readonly kind: 'files';
  /** A folder or a ready .zip file. */
  readonly path: string;
}

/** One file for Node.js out of a module and all that it imports. */
export interface BundleSource {
  readonly kind: 'bundle';
  readonly entry: string;
  readonly format: 'esm' | 'cjs';
  readonly minify: boolean;
  readonly sourceMap: boolean;
  /** Packages that are not bundled; those with native modules are taken along as files. */
  readonly external: readonly string[];
  /** `runtime` leaves the AWS SDK out that the runtime brings. */
  readonly awsSdk: 'bundle' | 'runtime';
}

/** A folder of Python, with what its requirements ask for. */
export interface PythonSource extends Packed {
  readonly kind: 'python';
  readonly path: string;
  /** `requirements.txt` or `pyproject.toml`. */
  readonly requirements: string;
  /** Null takes uv where it is installed, else pip. */
  readonly installer: 'pip' | 'uv' | null;
}

/** A program that runs in the project's folder before code is packed; equal ones run once. */
export interface BuildCommand {
  /** One word with `shell`. */
  readonly argv: readonly string[];
  readonly shell: boolean;
  readonly timeout: Duration;
}

/** Where the image of a function comes from. Paths are absolute. */
export type ImageSource =
  /** `<repository>@sha256:<digest>`, or with a tag, which is resolved once. */
  { readonly kind: 'there'; readonly uri: string } | DockerfileSource | AppendSource;

/** Built by whatever builder of images is on this machine. */
export interface DockerfileSource {
  readonly kind: 'dockerfile';
  readonly file: string;
  readonly context: string;
  readonly target: string | null;
  readonly args: Readonly<{ [name: string]: string }>;
  /** Files by the id of the secret. */
  readonly secrets: Readonly<{ [id: string]: string }>;
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  /** Null takes the first that is there. */
  readonly builder: 'buildx' | 'docker' | 'podman' | 'buildah' | 'finch' | null;
}

/** One layer of files on a base, without any builder. */
export interface AppendSource extends Packed {
  readonly kind: 'append';
  /** `public.ecr.aws/lambda/nodejs:24`. */
  readonly base: string;
  /** A folder, or a single file such as a static bootstrap. */
  readonly add: string;
  /** Absolute, inside of the image. */
  readonly to: string;
}

/** A repository of images. */
export interface Ecr {
  /** A name in the account and region of the release, or an ARN of one elsewhere. */
  readonly repository: string;
  /** Made when it is not there. */
  readonly create: boolean;
  /** A finding so severe, or worse, refuses the image; null asks for no scan. */
  readonly failOn: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | null;
  /** How many images stay that no alias and no version uses, the newest first; null keeps all. */
  readonly keep: number | null;
}

/** Where zips lie that are too large to be sent with a call, and who signs them. */
export interface ArtifactPlace {
  /** Null where there is none. */
  readonly bucket: string | null;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
  /** A signing profile of AWS Signer; null leaves code unsigned. */
  readonly signingProfile: string | null;
}
