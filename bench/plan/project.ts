/** A project of many small functions in a folder, and a deploy of it. */
import { setMaxListeners } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProject } from '../../src/config/open';
import type { Ports } from '../../src/core/ports';
import { type DeployRequest, deploy, type Finished } from '../../src/deploy';
import type { PlanRequest } from '../../src/plan';
import { parseStrategy, type StrategyFlags } from '../../src/plan/flags';
import { here } from './world';

const keyOf = (index: number): string => `f${String(index).padStart(3, '0')}`;

/** With so many bytes beside it that no zip makes smaller. */
export function writeBallast(root: string, functions: number, ballast: Uint8Array): void {
  for (let index = 0; index < functions; index += 1)
    writeFileSync(join(root, 'code', keyOf(index), 'ballast.bin'), ballast);
}

export function writeCode(root: string, functions: number, text: string): void {
  for (let index = 0; index < functions; index += 1) {
    const folder = join(root, 'code', keyOf(index));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), `exports.handler = async () => '${text}';\n`);
  }
}

export interface Wish {
  readonly functions: number;
  readonly flags: Partial<StrategyFlags>;
}

export async function deployWith(ports: Ports, root: string, wish: Wish): Promise<Finished> {
  return deploy(ports, { ...(await requestOf(ports, root, wish)), ...plainly });
}

const { signal } = new AbortController();
setMaxListeners(0, signal);

const plainly: Omit<DeployRequest, keyof PlanRequest> = {
  saved: null,
  by: 'bench',
  from: 'bench',
  where: { stage: null, alias: null },
  commit: null,
  dirty: null,
  tools: null,
  until: null,
  holdFor: null,
  reason: null,
  confirm: null,
  typed: null,
  stop: { signal, exitCode: () => null },
  retry: false,
  expect: { region: null, account: null },
  protection: null,
};

export async function requestOf(
  ports: Ports,
  root: string,
  { functions, flags }: Wish,
): Promise<PlanRequest> {
  writeProject(root, { functions, alarms: 0, more: '' });
  const nothing = { path: null, stage: null, alias: null, region: null, profile: null };
  const project = await (await openProject(ports, { ...nothing, cwd: root, env: {} })).finish(ports);
  const choice = parseStrategy({ ...noFlags, ...flags });
  return {
    project,
    functions: project.functions,
    choice,
    gated: true,
    fromAlias: null,
    artifacts: null,
    ignoreFiring: [],
    details: false,
    drift: false,
  };
}

const noFlags: StrategyFlags = {
  canary: undefined,
  linear: undefined,
  steps: undefined,
  allAtOnce: undefined,
  rollout: undefined,
  bake: undefined,
};

export interface Size {
  readonly functions: number;
  /** So many in all; each function has one, and some share it. 0 for none. */
  readonly alarms: number;
  /** Lines at the top level of the file, each with its end. */
  readonly more: string;
}

export function writeProject(root: string, { functions, alarms, more }: Size): void {
  const lines = Array.from({ length: functions }, (_, index) => {
    const watched = alarms === 0 ? '' : `, alarms: [a${index % alarms}]`;
    return `  ${keyOf(index)}: { code: code/${keyOf(index)}${watched} }\n`;
  });
  writeFileSync(join(root, 'lambda.config.yaml'), `${head}${more}functions:\n${lines.join('')}`);
}

const head = `project: bench
region: ${here.region}
defaults:
  runtime: nodejs24.x
  handler: index.handler
  memorySize: 256
  environment: { TABLE: orders }
  role: arn:aws:iam::${here.account}:role/bench
`;
