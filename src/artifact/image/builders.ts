/** How each builder of images is called: argv as values, so that nothing the project file says becomes a flag. */
import { join } from 'node:path';
import type { DockerfileSource } from '../../config/code';
import type { Architecture } from './manifest';

export type BuilderName = NonNullable<DockerfileSource['builder']>;

export interface Wish {
  readonly source: DockerfileSource;
  readonly architecture: Architecture;
  /** An empty folder for what the builder hands over. */
  readonly folder: string;
  /** Without rights to mount or to map users: what it does then is slower and asks for none. */
  readonly isConfined: boolean;
}

export interface Builder {
  readonly name: BuilderName;
  /** Each must succeed for it to be there: a client without its engine is not. */
  readonly probes: readonly (readonly string[])[];
  build(wish: Wish): string[];
  /** Takes the image, by its id, out of the builder's store; null where building wrote it already. */
  hand(wish: Wish, id: string): string[] | null;
  /** Where the image is then: an archive, or a folder, of the layout of OCI. */
  readonly result: 'image.tar' | 'image';
}

/** The order in which they are looked for. */
export const builders: readonly Builder[] = [
  {
    name: 'buildx',
    probes: [
      ['docker', 'buildx', 'version'],
      ['docker', 'info'],
    ],
    build: (wish) => {
      const { source, folder } = wish;
      const output = `--output=type=oci,dest=${join(folder, 'image.tar')}`;
      const plain = ['--provenance=false', '--sbom=false', '--progress=plain', output];
      return ['docker', 'buildx', 'build', ...plain, ...common(wish), ...caches(source), source.context];
    },
    hand: () => null,
    result: 'image.tar',
  },
  {
    name: 'docker',
    probes: [['docker', 'info']],
    build: (wish) => [
      'docker',
      'build',
      ...common(wish),
      ...idOf(wish),
      ...caches(wish.source),
      wish.source.context,
    ],
    hand: ({ folder }, id) => ['docker', 'save', `--output=${join(folder, 'image.tar')}`, id],
    result: 'image.tar',
  },
  {
    name: 'podman',
    probes: [['podman', 'info']],
    build: (wish) => [...podman(wish), 'build', ...ofLibrary(wish)],
    hand: (wish, id) => [...podman(wish), 'push', id, `oci:${join(wish.folder, 'image')}`],
    result: 'image',
  },
  {
    name: 'buildah',
    probes: [['buildah', '--version']],
    build: (wish) => [...buildah(wish), 'build', ...ofLibrary(wish)],
    hand: (wish, id) => [...buildah(wish), 'push', id, `oci:${join(wish.folder, 'image')}`],
    result: 'image',
  },
  {
    name: 'finch',
    probes: [['finch', 'info']],
    build: (wish) => {
      const output = `--output=type=oci,dest=${join(wish.folder, 'image.tar')}`;
      return ['finch', 'build', output, ...common(wish), ...caches(wish.source), wish.source.context];
    },
    hand: () => null,
    result: 'image.tar',
  },
];

/** Where the id of the image is written. */
export const idFile = (folder: string): string => join(folder, 'id');

/** For those that make of the same files the same image, as far as they can. */
export const variables = { SOURCE_DATE_EPOCH: '0', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' } as const;

const podman = ({ isConfined }: Wish): string[] => [
  'podman',
  ...(isConfined ? ['--storage-driver=vfs'] : []),
];

const buildah = ({ isConfined }: Wish): string[] => [
  'buildah',
  ...(isConfined ? ['--storage-driver=vfs'] : []),
];

function ofLibrary(wish: Wish): string[] {
  const { source, isConfined } = wish;
  const caching = source.cacheFrom.length + source.cacheTo.length > 0 ? ['--layers', ...caches(source)] : [];
  const confined = isConfined ? ['--isolation=chroot'] : [];
  return [
    '--timestamp=0',
    '--format=oci',
    ...confined,
    ...common(wish),
    ...idOf(wish),
    ...caching,
    source.context,
  ];
}

const idOf = ({ folder }: Wish): string[] => [`--iidfile=${idFile(folder)}`];

function common({ source, architecture }: Wish): string[] {
  const { file, target, args, secrets } = source;
  return [
    `--platform=linux/${architecture}`,
    `--file=${file}`,
    ...(target === null ? [] : [`--target=${target}`]),
    ...Object.entries(args).map(([name, value]) => `--build-arg=${name}=${value}`),
    ...Object.entries(secrets).map(([id, path]) => `--secret=id=${id},src=${path}`),
  ];
}

const caches = ({ cacheFrom, cacheTo }: DockerfileSource): string[] => [
  ...cacheFrom.map((from) => `--cache-from=${from}`),
  ...cacheTo.map((to) => `--cache-to=${to}`),
];
