/** What a project file comes to, worked out a second time and as plainly as can be. */
import { dirname, join } from 'node:path';
import { presets } from '../../src/config/presets';
import { awsDefaults, settingDefaults } from '../../src/core/function';
import { Duration, Percent } from '../../src/core/values';
import { guardOf } from '../forms';
import type { Plain, Sample } from './projects';

export const env = { BUILD: '42 $${x}' };
const root = dirname('/p/lambda.config.yaml');

const isMap = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const map = (value: unknown): Plain => (isMap(value) ? value : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const kindOf = (rollout: Plain): string | undefined =>
  Object.keys(rollout).find((key) => ['canary', 'linear', 'steps'].includes(key));

function laid(under: unknown, over: unknown): unknown {
  if (over === undefined) return under;
  if (!isMap(under) || !isMap(over)) return over;
  // A rollout of another kind replaces.
  if (kindOf(over) && kindOf(under) && kindOf(over) !== kindOf(under)) return over;
  return Object.fromEntries(
    [...new Set([...Object.keys(under), ...Object.keys(over)])].map((key) => [
      key,
      laid(under[key], over[key]),
    ]),
  );
}

function resolved(value: unknown, facts: Plain): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, facts));
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner, facts)]));
  if (typeof value !== 'string') return value;
  return value.replace(/\$\$\{|\$\{([^}]*)\}/g, (_whole, name?: string) =>
    name === undefined ? '${' : String(facts[name]),
  );
}

const s = (text: unknown): number => ms(text) / 1000;
const ms = (text: unknown): number => Duration.parse(String(text)) ?? Number.NaN;
const percent = (text: unknown): number => Percent.parse(String(text)) ?? Number.NaN;

/** What each key of a function becomes; null is AWS's default where nothing else is said. */
const ofKeys: { readonly [key: string]: (value: never) => Plain } = {
  packageType: (packageType) => ({ packageType }),
  runtime: (runtime) => ({ runtime }),
  handler: (handler) => ({ handler }),
  architecture: (architecture) => ({ architecture }),
  memorySize: (memorySize) => ({ memorySize }),
  ephemeralStorage: (ephemeralStorage) => ({ ephemeralStorage }),
  description: (description) => ({ description }),
  environment: (environment) => ({ environment }),
  deadLetterQueue: (deadLetterQueue) => ({ deadLetterQueue }),
  kmsKey: (kmsKey) => ({ kmsKey }),
  tracing: (tracing) => ({ tracing }),
  snapStart: (snapStart) => ({ snapStart }),
  tenancy: (tenancy) => ({ tenancy }),
  timeout: (timeout) => ({ timeout: timeout === null ? null : s(timeout) }),
  role: (role) => (typeof role === 'string' ? { role } : {}),
  layers: (layers: string[] | null) => ({
    layers: layers?.map((layer) => (layer.startsWith('arn:') ? layer : `layer:${layer}`)) ?? null,
  }),
  vpc: (vpc: Plain | null) => ({
    vpc: vpc && {
      subnetIds: vpc.subnetIds,
      securityGroupIds: vpc.securityGroupIds,
      ipv6: vpc.ipv6AllowedForDualStack ?? false,
    },
  }),
  fileSystem: (system: Plain | null) => ({
    fileSystem: system && { ...system, directS3Read: system.directS3Read ?? null },
  }),
  imageConfig: (config: Plain | null) => ({
    imageConfig: config && {
      entryPoint: list(config.entryPoint),
      command: list(config.command),
      workingDirectory: config.workingDirectory ?? null,
    },
  }),
  durable: (durable: Plain | null) => ({
    durable: durable && {
      executionTimeoutS: s(durable.executionTimeout),
      retentionPeriod: durable.retentionPeriodInDays ?? null,
      kmsKey: durable.kmsKey ?? null,
    },
  }),
  capacityProvider: ({
    arn,
    perExecutionEnvironmentMaxConcurrency: most = null,
    executionEnvironmentMemoryGiBPerVCpu: memory = null,
  }: Plain) => ({
    capacityProvider: { arn, maxConcurrency: most, memoryGiBPerVCpu: memory },
  }),
  logging: (logging: Plain | null) => {
    const names = {
      format: 'logFormat',
      applicationLogLevel: 'applicationLogLevel',
      systemLogLevel: 'systemLogLevel',
      group: 'logGroup',
    };
    const given = Object.entries(names).filter(([key]) => logging === null || key in logging);
    return Object.fromEntries(given.map(([key, name]) => [name, logging?.[key] ?? null]));
  },
};

function configOf(own: Plain): Plain {
  const strange =
    'image' in own ? ['runtime', 'handler', 'layers', 'snapStart', 'packageType'] : ['imageConfig'];
  const keys = Object.keys(own).filter((key) => key in ofKeys && !strange.includes(key));
  const config: Plain = Object.assign(
    {},
    'image' in own ? { packageType: 'Image' } : {},
    ...keys.map((key) => ofKeys[key]?.(own[key] as never)),
  );
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, value ?? map(awsDefaults)[key]]),
  );
}

function settingsOf(own: Plain): Plain {
  const { runtimeManagement: management, logging } = own;
  const keys = ['tags', 'reservedConcurrency', 'recursion', 'codeSigning'].filter((key) => key in own);
  const mode =
    typeof management === 'string'
      ? { mode: management, arn: null }
      : { mode: 'Manual', arn: map(management).runtimeVersionArn };
  return {
    ...Object.fromEntries(keys.map((key) => [key, own[key] ?? map(settingDefaults)[key]])),
    ...(management === undefined
      ? {}
      : { runtimeManagement: management === null ? { mode: 'Auto', arn: null } : mode }),
    ...(logging === null || 'retentionInDays' in map(logging)
      ? { logRetention: map(logging).retentionInDays ?? null }
      : {}),
  };
}

function roleOf({ role }: Plain, name: string): unknown {
  if (!isMap(role)) return null;
  const { path = '/', statements = [], boundary = null } = role;
  return {
    name: role.name ?? `${name}-role`,
    path,
    statements,
    managed: [...list(role.managed)].sort(),
    boundary,
  };
}

/** Names by key. */
type Names = Plain;

function hookOf(hook: unknown, names: Names): unknown {
  const { invoke, http, run, smoke: _, timeout, ...rest } = map(hook);
  const manner = (name: string, usual: string) => ({
    ...{ name, retries: 0, onTimeout: 'fail' },
    ...rest,
    timeout: ms(timeout ?? usual),
  });
  if (invoke !== undefined) {
    const functionName = names[String(invoke)] ?? invoke;
    return { kind: 'invoke', functionName, ...manner(`invoke ${invoke}`, '30s') };
  }
  if (http !== undefined) {
    const made = manner(`http ${String(http).split(/[?#]/)[0]}`, '30s');
    const status = [rest.status ?? 200].flat();
    return { kind: 'http', url: http, method: 'GET', headers: {}, body: null, ...made, status };
  }
  if (run === undefined) return { kind: 'smoke', ...manner('smoke', '30s') };
  return { kind: 'run', argv: run, credentials: false, ...manner(`run ${list(run)[0]}`, '5m') };
}

const hooksOf = (hooks: unknown, names: Names): Plain =>
  Object.fromEntries(
    ['preTraffic', 'afterStep', 'postTraffic', 'onRollback'].map((when) => [
      when,
      list(map(hooks)[when]).map((hook) => hookOf(hook, names)),
    ]),
  );

/** Whatever is named first counts: a function's own, then those of the project. */
function alarmsOf(own: unknown, project: unknown): Plain {
  const all = [...list(own), ...list(project)];
  const created = all.flatMap((alarm) => list(map(alarm).create));
  const units: { readonly [kind: string]: (threshold: unknown) => unknown } = {
    errors: percent,
    throttles: Number,
    p99: ms,
  };
  const ownAlarms = Object.entries(units).flatMap(([kind, read]) => {
    const first = created.find((one) => one === kind || kind in map(one));
    if (first === undefined) return [];
    return [{ kind, threshold: isMap(first) ? read(first[kind]) : null }];
  });
  return { alarms: [...new Set(all.filter((alarm) => !isMap(alarm)))], ownAlarms };
}

function approvalOf(approval: unknown): unknown {
  if (approval === undefined || approval === false) return null;
  const { expires = '24h', then: after = 'rollback' } = map(approval);
  return Object.fromEntries([
    ['expires', ms(expires)],
    ['then', after],
  ]);
}

function channelOf(channel: unknown): unknown {
  const { on = ['started', 'step', 'waiting', 'rolledBack', 'promoted', 'stuck'], ...to } = map(channel);
  if ('sns' in to) return { on, to: { kind: 'sns', topicArn: to.sns } };
  if ('eventBridge' in to) return { on, to: { kind: 'eventBridge', bus: to.eventBridge } };
  if ('slack' in to) return { on, to: { kind: 'slack', url: to.slack } };
  return { on, to: { kind: 'webhook', url: to.webhook, headers: to.headers ?? {} } };
}

function journalOf(journal: unknown): unknown {
  if (journal == null) return null;
  const { hostname: bucket, pathname } = new URL(String(journal));
  return { bucket, prefix: pathname.replace(/^\/|\/$/g, '') };
}

function strategyOf(rollout: unknown, names: Names): unknown {
  if (!isMap(rollout)) return presets[String(rollout)];
  const bakeAfter = rollout.bakeAfter === undefined ? 0 : ms(rollout.bakeAfter);
  const bakeOf = (bake: unknown) => (bake === undefined ? null : ms(bake));
  if ('canary' in rollout)
    return {
      ...{ kind: 'canary', weight: percent(rollout.canary), bake: bakeOf(rollout.bake) },
      ...{ approval: approvalOf(rollout.approval), bakeAfter },
    };
  if ('linear' in rollout)
    return { kind: 'linear', weight: percent(rollout.linear), every: ms(rollout.every), bakeAfter };
  const steps = list(rollout.steps).map((step) => ({
    weight: percent(map(step).weight),
    bake: bakeOf(map(step).bake),
    alarms: map(step).alarms ?? [],
    hooks: list(map(step).hooks).map((hook) => hookOf(hook, names)),
    approval: approvalOf(map(step).approval),
  }));
  return { kind: 'steps', steps, bakeAfter };
}

const byKey = (entries: Plain): [string, Plain][] =>
  Object.entries(entries)
    .map(([key, own]): [string, Plain] => [key, map(own)])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The Project without the places. */
export function projectOf({ file, stage }: Sample): unknown {
  const chosen = stage === null ? {} : map(map(file.stages)[stage]);
  const { project, region, account } = map(laid(file, chosen));
  const facts = { project, region, account, 'env:BUILD': env.BUILD };
  const [base, over] = [map(resolved(file, facts)), map(resolved(chosen, facts))];
  const top = map(laid(base, over));
  const nameOf = (key: string): string => [project, stage, key].filter((part) => part !== null).join('-');
  const owns = byKey(map(top.functions)).map(([key]): [string, Plain] => {
    const parts = [base.defaults, over.defaults, map(base.functions)[key], map(over.functions)[key]];
    return [key, map(parts.reduce(laid))];
  });
  const names = Object.fromEntries(owns.map(([key, own]) => [key, own.name ?? nameOf(key)]));
  const functions = owns.map(([key, own]) => functionOf(key, own, { names, top }));
  const layers = byKey(map(top.layers)).map(
    ([
      key,
      {
        code,
        name = nameOf(key),
        description = '',
        runtimes = [],
        architectures = [],
        license = null,
        keep = null,
      },
    ]) => ({
      ...{ key, name, code: join(root, String(code)), description, runtimes, architectures, license, keep },
    }),
  );
  const { maxErrorRate = '5%', minInvocations = 20, holdFor = '30m' } = map(top.guard);
  const role = typeof top.assumeRole === 'string' ? { arn: top.assumeRole } : top.assumeRole;
  return {
    name: project,
    file: join(root, 'lambda.config.yaml'),
    root,
    stage: stage && { name: stage, protected: over.protected ?? false },
    place: {
      region,
      account,
      profile: top.profile ?? null,
      assumeRole: isMap(role) ? { arn: role.arn, externalId: role.externalId ?? null } : null,
    },
    functions,
    layers,
    rollouts: Object.fromEntries(
      Object.entries(map(top.rollouts)).map(([key, rollout]) => [key, strategyOf(rollout, names)]),
    ),
    guard: guardOf({
      ...map(top.guard),
      maxErrorRate: Percent.of(percent(maxErrorRate)),
      minInvocations: Number(minInvocations),
      holdFor: Duration.of(ms(holdFor)),
    }),
    rollbackScope: top.rollbackScope ?? 'release',
    holdFor: ms(top.holdFor ?? '2h'),
    journal: journalOf(top.journal),
    notifications: list(top.notifications).map(channelOf),
    local: { seed: 'seed' in map(top.local) ? join(root, 'local.yaml') : null },
    secrets: [],
  };
}

function functionOf(key: string, own: Plain, { names, top }: { names: Names; top: Plain }): Plain {
  const name = String(names[key]);
  const foreign = own.manage === 'release';
  const files = own.testEvents === 'events/*.json' ? ['a.json', 'b.json'] : own.testEvents ? ['a.json'] : [];
  const { provisionedConcurrency: ready, keepVersions: keep } = own;
  return {
    ...{ key, name, alias: own.alias ?? 'live', manage: own.manage ?? 'all' },
    code: 'image' in own ? null : join(root, String(own.code)),
    image: own.image ?? null,
    config: foreign ? {} : configOf(own),
    settings: foreign ? {} : settingsOf(own),
    role: foreign ? null : roleOf(own, name),
    ...alarmsOf(own.alarms, top.alarms),
    hooks: hooksOf(own.hooks, names),
    provisionedConcurrency: ready === undefined ? null : (ready ?? 0),
    keepVersions: keep === undefined ? 5 : keep,
    testEvents: files.map((file) => join(root, 'events', file)),
    rollout: own.rollout ?? top.rollout ?? null,
  };
}
