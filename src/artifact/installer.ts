/** The words with which pip and uv are told to install packages for Lambda, whatever machine this is. */

export interface Installer {
  readonly name: 'pip' | 'uv';
  /** `uv 0.13.9`. */
  readonly version: string;
}

export interface Target {
  /** `3.13`. */
  readonly python: string;
  readonly architecture: 'x86_64' | 'arm64';
}

interface Installation extends Target {
  readonly requirements: string;
  readonly folder: string;
}

/** How to ask for a version. */
export const versionWords = {
  uv: ['uv', '--version'],
  pip: ['python3', '-m', 'pip', '--version'],
} as const;

/** What neither may do: ask a person, look for news of itself, or fetch a Python. */
export const variables = {
  PIP_NO_INPUT: '1',
  PIP_DISABLE_PIP_VERSION_CHECK: '1',
  PYTHONDONTWRITEBYTECODE: '1',
  UV_NO_PROGRESS: '1',
  UV_PYTHON_DOWNLOADS: 'never',
} as const;

/** Runtimes since 3.12 have the GNU C library 2.34, those before 2.26; packages say in such names which they need. */
const modernSince = 12;
const machines = { x86_64: 'x86_64', arm64: 'aarch64' } as const;

export function installWords({ name }: Installer, installation: Installation): string[] {
  return name === 'uv' ? uvWords(installation) : pipWords(installation);
}

const isModern = ({ python }: Target): boolean => Number(python.split('.')[1]) >= modernSince;

function pipWords({ requirements, folder, ...target }: Installation): string[] {
  const machine = machines[target.architecture];
  const libraries = [
    ...(isModern(target) ? ['manylinux_2_34', 'manylinux_2_28'] : []),
    'manylinux_2_17',
    'manylinux2014',
  ];
  return [
    ...['python3', '-m', 'pip', 'install', '--requirement', requirements, '--target', folder],
    ...libraries.flatMap((library) => ['--platform', `${library}_${machine}`]),
    ...['--python-version', target.python, '--implementation', 'cp', '--only-binary=:all:'],
    ...['--no-compile', '--disable-pip-version-check', '--progress-bar', 'off'],
  ];
}

function uvWords({ requirements, folder, ...target }: Installation): string[] {
  const library = isModern(target) ? 'manylinux_2_28' : 'manylinux2014';
  return [
    ...['uv', 'pip', 'install', '--requirement', requirements, '--target', folder],
    ...['--python-platform', `${machines[target.architecture]}-${library}`],
    ...['--python-version', target.python, '--only-binary', ':all:', '--link-mode', 'copy', '--no-progress'],
  ];
}
