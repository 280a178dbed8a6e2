import { type FunctionSettings, settingDefaults } from '../../src/core/function';
import type { Settings, SettingsOf } from '../../src/core/lambda';
import { userTags } from '../../src/core/normal';
import { Fake } from './fake';
import type { FakeFunctions } from './functions';

type Tags = FunctionSettings['tags'];

/** Settings of functions as a whole. Tags and reserved concurrency stand where a look at the function shows them too. */
export class FakeSettings extends Fake implements Settings {
  private readonly others = new Map<string, Partial<FunctionSettings>>();

  constructor(private readonly functions: FakeFunctions) {
    super();
  }

  /** Somebody sets it without shipit, or a test sets the scene. `tags` are then all there are. */
  put(functionName: string, settings: Partial<FunctionSettings>): void {
    const { tags, reservedConcurrency, ...others } = settings;
    if (tags !== undefined) this.functions.attach(functionName, { tags });
    if (reservedConcurrency !== undefined) this.functions.attach(functionName, { reservedConcurrency });
    this.others.set(functionName, { ...this.others.get(functionName), ...others });
  }

  /** All of them without a call, for what a test wants to see. */
  peek(functionName: string): FunctionSettings {
    const live = this.functions.version(functionName, '$LATEST');
    const { reservedConcurrency = null } = live ?? {};
    const tags = userTags(live?.tags ?? {});
    return { ...settingDefaults, ...this.others.get(functionName), tags, reservedConcurrency };
  }

  read(
    { functionName }: SettingsOf,
    keys: readonly (keyof FunctionSettings)[],
  ): Promise<Partial<FunctionSettings>> {
    return this.call('read', `${functionName} ${keys.join(' ')}`, () => {
      const settings = this.peek(functionName);
      return Object.fromEntries(keys.map((key) => [key, settings[key]]));
    });
  }

  write(
    { functionName }: SettingsOf,
    wanted: Partial<FunctionSettings>,
    before: Partial<FunctionSettings>,
  ): Promise<void> {
    return this.call('write', `${functionName} ${Object.keys(wanted).join(' ')}`, () => {
      const tags = wanted.tags && this.laidOver(functionName, wanted.tags, before.tags ?? {});
      this.put(functionName, tags ? { ...wanted, tags } : wanted);
    });
  }

  mark({ functionName }: SettingsOf, tags: Tags): Promise<void> {
    return this.call('mark', `${functionName} ${Object.keys(tags).join(' ')}`, () =>
      this.put(functionName, { tags: this.laidOver(functionName, tags, {}) }),
    );
  }

  private laidOver(functionName: string, wanted: Tags, before: Tags): Tags {
    const there = this.functions.version(functionName, '$LATEST')?.tags ?? {};
    const gone = Object.keys(userTags(before));
    const kept = Object.entries(there).filter(([name]) => !gone.includes(name));
    return { ...Object.fromEntries(kept), ...wanted };
  }
}
