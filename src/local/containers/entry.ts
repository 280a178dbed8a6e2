/** What an image runs: its own words, and those of the function over them. */
import type { VersionConfig } from '../lambda/book';
import type { ImageConfig } from '../registry/book';

export interface ImageEntry {
  /** Entry point and command, as one list. */
  readonly words: readonly string[];
  readonly workingFolder: string;
  /** Of the image, under those of the function. */
  readonly variables: Readonly<{ [name: string]: string }>;
}

/** Each word of the function stands over that of the image alone: the other stays (Lambda API reference, "ImageConfig"). */
export function entryOf(
  { Env, Entrypoint, Cmd, WorkingDir }: ImageConfig,
  { ImageConfig: over, Environment }: Pick<VersionConfig, 'ImageConfig' | 'Environment'>,
): ImageEntry {
  const command = over?.Command?.length ? over.Command : Cmd;
  const entryPoint = over?.EntryPoint?.length ? over.EntryPoint : Entrypoint;
  return {
    words: [...entryPoint, ...command],
    workingFolder: over?.WorkingDirectory || WorkingDir || '/',
    variables: { ...Object.fromEntries(Env.map(pairOf)), ...Environment },
  };
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
