/** One function on a stage, and one setting of it at a time. */
import type { FunctionPlan } from '../../src/core/events';
import {
  awsDefaults,
  type FunctionConfig,
  type FunctionSettings,
  settingDefaults,
} from '../../src/core/function';
import type { SettingStory } from './settings';
import { openStage, type Stage, type Wishes } from './stage';

type Live = FunctionConfig & FunctionSettings;

const settingKeys = Object.keys(settingDefaults) as (keyof FunctionSettings)[];
const defaults: Partial<Live> = { ...awsDefaults, ...settingDefaults };
const nothing = { action: 'none', changes: [] };

/** What a function has when no line says otherwise. */
const usual = {
  code: 'code: api',
  handler: 'handler: index.handler',
  runtime: 'runtime: nodejs24.x',
  role: 'role: arn:aws:iam::123456789012:role/orders',
};

export class Alone {
  private constructor(
    readonly stage: Stage,
    readonly process: ReturnType<Stage['process']>,
  ) {}

  static async open(): Promise<Alone> {
    const stage = await openStage({ functions: ['api'], alarms: false });
    stage.write('api/index.py', 'def handler(event, context):\n    return 1\n');
    return new Alone(stage, stage.process());
  }

  /** The project file with these lines in its one function. */
  write(...lines: readonly string[]): void {
    const has = (key: string) => lines.some((line) => line.startsWith(`${key}:`));
    const own = Object.entries(usual).flatMap(([key, line]) => (has(key) ? [] : [line]));
    this.writeWhole(...own, ...lines);
  }

  /** The same without anything that no line says. */
  writeWhole(...lines: readonly string[]): void {
    const text = lines.map((line) => `    ${line}\n`).join('');
    this.stage.write('lambda.config.yaml', `project: orders\nregion: eu-west-1\nfunctions:\n  api:\n${text}`);
  }

  deploy(wishes: Wishes = { allAtOnce: true }) {
    return this.stage.clock.runUntil(this.stage.deployAs(this.process, wishes));
  }

  async planned(): Promise<FunctionPlan> {
    this.process.events.length = 0;
    await this.stage.clock.runUntil(this.stage.planAs(this.process, {}));
    const made = this.process.events.find((event) => event.type === 'plan.made');
    const [api] = made?.functions ?? [];
    if (!api) throw new Error('nothing was planned');
    return api;
  }

  /** What the alias serves, and the function as a whole. */
  live(name = 'orders-api'): Promise<Live> {
    return this.stage.clock.runUntil(this.read(name));
  }

  close(): Promise<void> {
    return this.stage.close();
  }

  private async read(functionName: string): Promise<Live> {
    const { functions, settings } = this.process.ports;
    const served = await functions.look(functionName, 'live');
    if (!served) throw new Error('nothing is served');
    const { arn, config } = served;
    const whole = await settings.read({ functionName, arn, logGroup: config.logGroup }, settingKeys);
    return { ...config, ...whole } as Live;
  }
}

export const differing = (a: Live, b: Live): string[] =>
  Object.keys(a).filter(
    (key) => JSON.stringify(a[key as keyof Live]) !== JSON.stringify(b[key as keyof Live]),
  );

/** Declared, it is exactly one change in the plan and in the function; deployed again, nothing is left; left out, it stays. */
export async function tellOfChange(alone: Alone, story: SettingStory): Promise<{ before: Live }> {
  const { setting, value, changes, lines, beside = [] } = story;
  alone.write(...beside);
  await alone.deploy();
  const before = await alone.live();

  alone.write(...beside, `${setting}: ${value}`);
  const plan = await alone.planned();
  expect(plan.changes).toHaveLength(lines.length);
  for (const [index, line] of lines.entries()) expect(plan.changes[index]).toMatch(line);
  expect(await alone.deploy()).toMatchObject({ exitCode: 0, problems: [] });
  const after = await alone.live();
  expect(differing(before, after).sort()).toEqual([...changes].sort());
  expect(await alone.planned()).toMatchObject(nothing);

  alone.write(...beside);
  if (story.isDemanded) return { before };
  expect(await alone.planned()).toMatchObject(nothing);
  expect((await alone.deploy()).outcome).toBe('unchanged');
  expect(differing(after, await alone.live())).toEqual([]);
  return { before };
}

/** `null` is AWS's default: everything is as it was before anybody declared it. */
export async function tellOfNull(
  alone: Alone,
  { setting, changes, beside = [] }: SettingStory,
  before: Live,
) {
  alone.write(...beside, `${setting}: null`);
  expect(await alone.deploy()).toMatchObject({ exitCode: 0, problems: [] });
  const back = await alone.live();
  for (const key of changes) expect([key, back[key]]).toEqual([key, defaults[key]]);
  expect(differing(before, back)).toEqual([]);
  expect(await alone.planned()).toMatchObject(nothing);
}
