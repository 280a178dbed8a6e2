/** What makes the code of this project: only what it uses is looked for. */

import { builders } from '../../artifact/image/builders';
import { versionWords } from '../../artifact/installer';
import type { FunctionSpec, LayerSpec } from '../../config/project';
import type { Finding, Machine } from '../../core/checkup';
import type { Processes, Ran } from '../../core/ports';

const area = 'builders';
const askMs = 15_000;

export interface BuildersCheck {
  readonly root: string;
  readonly functions: readonly FunctionSpec[];
  readonly layers: readonly LayerSpec[];
}

export async function checkBuilders(
  { processes, machine }: { readonly processes: Processes; readonly machine: Machine },
  { root, functions, layers }: BuildersCheck,
): Promise<Finding[]> {
  const sources = [...functions, ...layers].flatMap(({ code }) => code ?? []);
  const images = functions.flatMap(({ image }) => (image?.kind === 'dockerfile' ? [image] : []));
  const ask: Ask = (argv) =>
    processes
      .run(argv, { cwd: root, timeoutMs: askMs, input: null, credentials: false, variables: {} })
      .catch(() => null);
  const found = await Promise.all([
    sources.some(({ kind }) => kind === 'bundle') ? [esbuildFinding(machine, root)] : [],
    sources.some(({ kind }) => kind === 'python') ? pythonFindings(ask) : [],
    images.length > 0 ? imageFindings(ask, [...new Set(images.map(({ builder }) => builder))]) : [],
  ]);
  const all = found.flat();
  const nothing = 'nothing but this shipit is needed';
  return all.length > 0 ? all : [{ area, what: nothing, state: 'ok', because: '', hint: '' }];
}

type Ask = (argv: readonly string[]) => Promise<Ran | null>;

function esbuildFinding(machine: Machine, root: string): Finding {
  const version = machine.esbuild(root);
  if (version !== null) return { area, what: `esbuild ${version}`, state: 'ok', because: '', hint: '' };
  const because = 'functions with `bundle` are made with it';
  return {
    area,
    what: 'esbuild is not there',
    state: 'bad',
    because,
    hint: 'npm install --save-dev esbuild',
  };
}

async function pythonFindings(ask: Ask): Promise<Finding[]> {
  const [uv, pip] = await Promise.all([ask(versionWords.uv), ask(versionWords.pip)]);
  const there = [uv, pip].flatMap((ran) => (ran?.code === 0 ? [firstLine(ran)] : []));
  const [first] = there;
  if (first !== undefined) return [{ area, what: first, state: 'ok', because: '', hint: '' }];
  const hint = 'Install uv, or Python 3 with pip.';
  return [
    { area, what: 'neither uv nor pip is there', state: 'bad', because: 'Python code needs one', hint },
  ];
}

type Wanted = (typeof builders)[number]['name'] | null;

async function imageFindings(ask: Ask, wanted: readonly Wanted[]): Promise<Finding[]> {
  const usable = await Promise.all(
    builders.map(async ({ name, probes }) => {
      const ran = await Promise.all(probes.map(ask));
      return ran.every((one) => one?.code === 0) ? name : null;
    }),
  );
  const there = usable.filter((name) => name !== null);
  return wanted.map((name): Finding => {
    const has = name === null ? there.length > 0 : there.includes(name);
    if (has) return { area, what: `images: ${name ?? there[0]}`, state: 'ok', because: '', hint: '' };
    const names = builders.map((one) => one.name).join(', ');
    const what = name === null ? `no builder of images can be used` : `${name} cannot be used`;
    const because =
      name === null
        ? `none of ${names} is there with its engine running`
        : 'it is missing or its engine does not run';
    const hint = 'Start or install one, or write `image: { base: …, add: … }`, which needs none.';
    return { area, what, state: 'bad', because, hint };
  });
}

const firstLine = ({ stdout }: Ran): string =>
  stdout
    .split('\n')[0]
    ?.replace(/ from .*/, '')
    .trim() ?? '';
