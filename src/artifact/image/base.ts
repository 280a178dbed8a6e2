import type { Manifest } from '../../core/code';
import { badArtifact, type Flaw, type Subject } from '../refuse';
import { changePins, lockFile, type Pins, readPins } from './lock';
import { type Architecture, type ImageManifest, parseObject, readManifest } from './manifest';
import { type Reference, readReference } from './reference';
import { maxSmallBytes, Store, type StorePorts } from './store';

/** An image to build on, for one architecture. */
export interface Base {
  readonly name: string;
  readonly at: Reference;
  readonly manifest: ImageManifest;
  readonly config: { readonly [name: string]: unknown };
  /** It was pinned just now. */
  readonly isNew: boolean;
}

interface Wanted {
  readonly subject: Subject;
  readonly name: string;
  readonly architecture: Architecture;
}

type Pin = Pins[string];

/** The base as the lock file pins it. One that is not pinned yet is looked up by its name, once, and pinned. */
export async function openBase(ports: StorePorts, wanted: Wanted): Promise<Base> {
  const { subject, name, architecture } = wanted;
  const at = referenceOf(subject, name);
  const looking = new Looking(ports, subject, at);
  if (at.isPinned) return looking.open({ name, architecture, pin: await looking.pins(), isNew: false });
  const known = (await readPins(ports.files, subject.root))[name];
  if (known?.[architecture]) return looking.open({ name, architecture, pin: known, isNew: false });
  const pins = await changePins(ports.files, subject.root, async (there) =>
    there[name]?.[architecture] ? there : { ...there, [name]: await looking.pins() },
  );
  return looking.open({ name, architecture, pin: pins[name] ?? {}, isNew: true });
}

/** Looks them all up anew; answers those that moved, with what they were and are. */
export async function moveBases(
  ports: StorePorts,
  bases: readonly { readonly subject: Subject; readonly name: string }[],
): Promise<string[]> {
  const moved: string[] = [];
  for (const { subject, name } of bases) {
    const at = referenceOf(subject, name);
    if (at.isPinned) continue;
    await changePins(ports.files, subject.root, async (there) => {
      const pin = await new Looking(ports, subject, at).pins();
      const before = there[name] ?? {};
      for (const architecture of ['amd64', 'arm64'] as const) {
        const [from = 'nothing', to = 'nothing'] = [before[architecture], pin[architecture]];
        if (from !== to) moved.push(`${name} for ${architecture}: from ${from} to ${to}`);
      }
      return { ...there, [name]: pin };
    });
  }
  return moved;
}

function referenceOf(subject: Subject, name: string): Reference {
  const at = readReference(name);
  if (at !== null) return at;
  const hint = 'write it like public.ecr.aws/lambda/nodejs:24';
  throw badArtifact(subject, [{ what: `the base ${name} is no name of an image`, hint }]);
}

class Looking {
  private readonly store: Store;

  constructor(
    private readonly ports: StorePorts,
    private readonly subject: Subject,
    private readonly at: Reference,
  ) {
    this.store = new Store(ports, subject.root);
  }

  /** What its name stands for now. */
  async pins(): Promise<Pin> {
    const found = await this.manifest();
    if (found === null) throw this.refusal({ what: 'is not there', hint: 'correct `base`' });
    const read = readManifest(found);
    if (typeof read === 'string') throw this.unusable(read);
    if (read.kind === 'index') return Object.fromEntries(read.images);
    const { architecture } = await this.config(read);
    return architecture === 'amd64' || architecture === 'arm64' ? { [architecture]: found.digest } : {};
  }

  private async manifest(): Promise<Pick<Manifest, 'bytes' | 'digest'> | null> {
    const { repository, reference, isPinned } = this.at;
    if (!isPinned) return this.ports.registries.manifest(repository, reference);
    const bytes = await this.store.manifest(repository, reference);
    return bytes && { bytes, digest: reference };
  }

  async open({ name, architecture, pin, isNew }: Opened): Promise<Base> {
    const digest = pin[architecture];
    if (digest === undefined) throw this.refusal(otherFlaw(pin, architecture));
    const bytes = await this.store.manifest(this.at.repository, digest);
    if (bytes === null) {
      const hint = `run \`shipit build --update-base\` to pin what it is now, and commit ${lockFile}`;
      throw this.refusal({ what: `is no longer there as ${digest}`, hint });
    }
    const manifest = readManifest({ bytes });
    if (typeof manifest === 'string') throw this.unusable(manifest);
    if (manifest.kind === 'index') throw this.unusable('one of its images is an index itself');
    const config = await this.config(manifest);
    if (config.architecture === architecture && config.os === 'linux') {
      return { name, at: this.at, manifest, config, isNew };
    }
    throw this.unusable(
      `it is for ${String(config.os)}/${String(config.architecture)}, not for linux/${architecture}`,
    );
  }

  private async config({ config: { size, digest } }: ImageManifest): Promise<Base['config']> {
    if (size > maxSmallBytes) throw this.unusable('its config is too large to be one');
    const config = parseObject(await this.store.config(this.at.repository, digest));
    if (config === null) throw this.unusable('its config is no JSON object');
    return config;
  }

  private unusable(why: string): Error {
    return this.refusal({ what: `cannot be built on: ${why}`, hint: 'choose another `base`' });
  }

  private refusal({ what, hint }: Flaw): Error {
    const { host, name } = this.at.repository;
    const { reference, isPinned } = this.at;
    return badArtifact(this.subject, [
      { what: `the base ${host}/${name}${isPinned ? '@' : ':'}${reference} ${what}`, hint },
    ]);
  }
}

interface Opened extends Pick<Base, 'name' | 'isNew'> {
  readonly architecture: Architecture;
  readonly pin: Pin;
}

const lambdaNames = { amd64: 'x86_64', arm64: 'arm64' } as const;

function otherFlaw(pin: Pin, architecture: Architecture): Flaw {
  const other = architecture === 'amd64' ? 'arm64' : 'amd64';
  if (!pin[other]) return { what: 'is for neither x86_64 nor arm64', hint: 'choose another `base`' };
  const hint = `set \`architecture: ${lambdaNames[other]}\`, or choose a base for ${lambdaNames[architecture]}`;
  return { what: `is for ${lambdaNames[other]}, and the function for ${lambdaNames[architecture]}`, hint };
}
