import type { LambdaClient } from '@aws-sdk/client-lambda';
import { type FunctionSettings, settingDefaults } from '../core/function';
import type { Settings, SettingsOf } from '../core/lambda';
import { defaultLogGroup, userTags } from '../core/normal';
import type { Connections } from './connections';
import { LogGroups } from './log-groups';
import { sdk } from './sdk';
import { reading, repeatable, type Send } from './sender';

/** One setting and the calls that it has at AWS. */
interface Access<T> {
  read(of: SettingsOf): Promise<T>;
  /** `before` is undefined where nobody looked. */
  write(of: SettingsOf, wanted: T, before: T | undefined): Promise<void>;
}

type Accesses = { readonly [K in keyof FunctionSettings]: Access<FunctionSettings[K]> };

export function createSettings(connections: Connections, send: Send): Settings {
  const calls = new Calls(connections, send);
  const tags = tagsOver(calls);
  const accesses: Accesses = {
    tags,
    reservedConcurrency: reservedConcurrencyOver(calls),
    recursion: recursionOver(calls),
    codeSigning: codeSigningOver(calls),
    runtimeManagement: runtimeManagementOver(calls),
    logRetention: logRetentionOver(new LogGroups(connections, send)),
  };
  return {
    async read(of, keys) {
      const found = await Promise.all(keys.map(async (key) => [key, await accesses[key].read(of)] as const));
      return Object.fromEntries(found);
    },
    /** One after the other: Lambda may refuse one while another is being written. */
    async write(of, wanted, before) {
      const writeOne = async <K extends keyof FunctionSettings>(key: K): Promise<void> => {
        const value = wanted[key];
        if (value !== undefined) await accesses[key].write(of, value, before[key]);
      };
      for (const key of Object.keys(accesses) as (keyof FunctionSettings)[]) await writeOne(key);
    },
    mark: (of, marks) => tags.write(of, marks, {}),
  };
}

type Call<T> = (lambda: LambdaClient, input: { readonly FunctionName: string }) => Promise<T>;

/** Calls about one function, by the name of the action. */
class Calls {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  read<T>(action: string, { functionName }: SettingsOf, call: Call<T>): Promise<T> {
    return this.send({
      ...reading(`${action} ${functionName}`, 'lambda'),
      send: () => call(this.connections.lambda(), { FunctionName: functionName }),
    });
  }

  async write(action: string, { functionName }: SettingsOf, call: Call<unknown>): Promise<void> {
    await this.send({
      ...repeatable(`${action} ${functionName}`, 'lambda'),
      send: () => call(this.connections.lambda(), { FunctionName: functionName }),
    });
  }
}

const tagsOver = (calls: Calls): Access<FunctionSettings['tags']> => ({
  async read(of) {
    const answer = await calls.read('ListTags', of, (lambda) =>
      lambda.send(new (sdk.lambda().ListTagsCommand)({ Resource: of.arn })),
    );
    return userTags(answer.Tags ?? {});
  },
  async write(of, wanted, before = {}) {
    const gone = Object.keys(userTags(before)).filter((name) => wanted[name] === undefined);
    const changed = Object.entries(wanted).filter(([name, value]) => before[name] !== value);
    const untag = { Resource: of.arn, TagKeys: gone };
    const tag = { Resource: of.arn, Tags: Object.fromEntries(changed) };
    if (gone.length > 0)
      await calls.write('UntagResource', of, (lambda) =>
        lambda.send(new (sdk.lambda().UntagResourceCommand)(untag)),
      );
    if (changed.length > 0)
      await calls.write('TagResource', of, (lambda) =>
        lambda.send(new (sdk.lambda().TagResourceCommand)(tag)),
      );
  },
});

const reservedConcurrencyOver = (calls: Calls): Access<number | null> => ({
  async read(of) {
    const answer = await calls.read('GetFunctionConcurrency', of, (lambda, input) =>
      lambda.send(new (sdk.lambda().GetFunctionConcurrencyCommand)(input)),
    );
    return answer.ReservedConcurrentExecutions ?? null;
  },
  write: (of, wanted) =>
    wanted === null
      ? calls.write('DeleteFunctionConcurrency', of, (lambda, input) =>
          lambda.send(new (sdk.lambda().DeleteFunctionConcurrencyCommand)(input)),
        )
      : calls.write('PutFunctionConcurrency', of, (lambda, input) => {
          const put = { ...input, ReservedConcurrentExecutions: wanted };
          return lambda.send(new (sdk.lambda().PutFunctionConcurrencyCommand)(put));
        }),
});

const recursionOver = (calls: Calls): Access<FunctionSettings['recursion']> => ({
  async read(of) {
    const answer = await calls.read('GetFunctionRecursionConfig', of, (lambda, input) =>
      lambda.send(new (sdk.lambda().GetFunctionRecursionConfigCommand)(input)),
    );
    return answer.RecursiveLoop ?? settingDefaults.recursion;
  },
  write: (of, wanted) =>
    calls.write('PutFunctionRecursionConfig', of, (lambda, input) => {
      const put = { ...input, RecursiveLoop: wanted };
      return lambda.send(new (sdk.lambda().PutFunctionRecursionConfigCommand)(put));
    }),
});

const codeSigningOver = (calls: Calls): Access<string | null> => ({
  async read(of) {
    const answer = await calls.read('GetFunctionCodeSigningConfig', of, (lambda, input) =>
      lambda.send(new (sdk.lambda().GetFunctionCodeSigningConfigCommand)(input)),
    );
    return answer.CodeSigningConfigArn || null;
  },
  write: (of, wanted) =>
    wanted === null
      ? calls.write('DeleteFunctionCodeSigningConfig', of, (lambda, input) =>
          lambda.send(new (sdk.lambda().DeleteFunctionCodeSigningConfigCommand)(input)),
        )
      : calls.write('PutFunctionCodeSigningConfig', of, (lambda, input) => {
          const put = { ...input, CodeSigningConfigArn: wanted };
          return lambda.send(new (sdk.lambda().PutFunctionCodeSigningConfigCommand)(put));
        }),
});

/** Of $LATEST; a version takes over what that has when it is published. */
const runtimeManagementOver = (calls: Calls): Access<FunctionSettings['runtimeManagement']> => ({
  async read(of) {
    const answer = await calls.read('GetRuntimeManagementConfig', of, (lambda, input) =>
      lambda.send(new (sdk.lambda().GetRuntimeManagementConfigCommand)(input)),
    );
    const mode = answer.UpdateRuntimeOn ?? settingDefaults.runtimeManagement.mode;
    return { mode, arn: mode === 'Manual' ? (answer.RuntimeVersionArn ?? null) : null };
  },
  write: (of, { mode, arn }) =>
    calls.write('PutRuntimeManagementConfig', of, (lambda, input) => {
      const version = arn === null ? {} : { RuntimeVersionArn: arn };
      const put = { ...input, UpdateRuntimeOn: mode, ...version };
      return lambda.send(new (sdk.lambda().PutRuntimeManagementConfigCommand)(put));
    }),
});

function logRetentionOver(groups: LogGroups): Access<number | null> {
  const nameOf = (of: SettingsOf) => of.logGroup ?? defaultLogGroup(of.functionName);
  return {
    read: (of) => groups.retention(nameOf(of)),
    write: (of, wanted) =>
      wanted === null ? groups.keepAlways(nameOf(of)) : groups.keep(nameOf(of), wanted),
  };
}
