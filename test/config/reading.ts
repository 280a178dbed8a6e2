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
      isOther(key, under[key], over[key]) ? over[key] : laid(under[key], over[key]),
    ]),
  );
}

const pack = 'include exclude allow';
const forms: { readonly [key: string]: readonly string[] } = {
  code: [
    `path ${pack}`,
    `python requirements installer ${pack}`,
    'bundle format minify sourceMap external awsSdk',
  ],
  image: [`base add to ${pack}`, 'dockerfile context target args secrets cacheFrom cacheTo builder'],
};

/** Code or an image of another form replaces, and so does another command. */
function isOther(key: string, under: unknown, over: unknown): boolean {
  const known = forms[key];
  if (!isMap(under) || !isMap(over)) return false;
  if (key === 'build' && 'run' in under && 'run' in over) return true;
  if (!known) return false;
  const keys = Object.keys({ ...under, ...over });
  return !known.some((form) => keys.every((one) => form.split(' ').includes(one)));
}

/** The strongest, with those under it down to the first that it cannot be together with. */
function chained(key: string, parts: readonly unknown[]): unknown {
  const kept: unknown[] = [];
  for (const value of parts.flatMap((part) => (key in map(part) ? [map(part)[key]] : [])).reverse()) {
    const goesOn =
      kept.length === 0 || (isMap(value) && kept.every((one) => isMap(one) && !isOther(key, value, one)));
    if (!goesOn) break;
    kept.unshift(value);
  }
  return kept.reduce(laid);
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
  const strange = isImage(own)
    ? ['runtime', 'handler', 'layers', 'snapStart', 'packageType']
    : ['imageConfig'];
  const keys = Object.keys(own).filter((key) => key in ofKeys && !strange.includes(key));
  const config: Plain = Object.assign(
    {},
    isImage(own) ? { packageType: 'Image' } : {},
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

const packed = ({ include = null, exclude = [], allow = [] }: Plain): Plain => ({ include, exclude, allow });
const at = (path: unknown): string => join(root, String(path)).replace(/(.)\/$/, '$1');

function codeOf(written: unknown): Plain {
  const code = isMap(written) ? written : { path: written };
  if ('bundle' in code) {
    const { bundle, format = String(bundle).endsWith('.mjs') ? 'esm' : 'cjs', ...rest } = code;
    const usual = { minify: false, sourceMap: true, external: [], awsSdk: 'bundle' };
    return { kind: 'bundle', entry: at(bundle), format, ...usual, ...rest };
  }
  if (!('python' in code)) return { kind: 'files', path: at(code.path), ...packed(code) };
  const { python, requirements = `${python}/requirements.txt`, installer = null } = code;
  return {
    ...{ kind: 'python', path: at(python), requirements: at(requirements), installer },
    ...packed(code),
  };
}

const isImage = ({ image }: Plain): boolean =>
  typeof image === 'string' || 'base' in map(image) || 'dockerfile' in map(image);

function imageOf(image: unknown): Plain {
  if (!isMap(image)) return { kind: 'there', uri: image };
  if ('base' in image) {
    const { base, add, to = '/var/task' } = image;
    return { kind: 'append', base, add: at(add), to: to === '/opt/x/' ? '/opt/x' : to, ...packed(image) };
  }
  const { dockerfile, context = '.', secrets, ...rest } = image;
  return {
    ...{ kind: 'dockerfile', target: null, args: {}, cacheFrom: [], cacheTo: [], builder: null },
    ...rest,
    ...{ file: at(dockerfile), context: at(context) },
    secrets: Object.fromEntries(Object.entries(map(secrets)).map(([id, path]) => [id, at(path)])),
  };
}

function buildOf(build: unknown): unknown {
  if (build == null) return null;
  const { run, shell = false, timeout = '10m' } = isMap(build) ? build : { run: build };
  const argv = Array.isArray(run) ? run : shell ? [run] : String(run).trim().split(/\s+/);
  return { argv, shell, timeout: ms(timeout) };
}

function madeOf(key: string, own: Plain, project: unknown): Plain {
  if (!isImage(own)) return { code: codeOf(own.code), image: null, ecr: null, build: buildOf(own.build) };
  if (!isMap(own.image)) return { code: null, image: imageOf(own.image), ecr: null, build: null };
  const repository = `${project}/${key}`.toLowerCase();
  const ecr = { repository, create: false, failOn: null, keep: null, ...map(own.ecr) };
  return { code: null, image: imageOf(own.image), ecr, build: buildOf(own.build) };
}

function artifactsOf({ bucket = null, prefix = '', signingProfile = null }: Plain): Plain {
  return { bucket, prefix: String(prefix).split('/').filter(Boolean).join('/'), signingProfile };
}

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
    const own = map(parts.reduce(laid));
    const made = ['code', 'image', 'build'].filter((setting) => setting in own);
    return [
      key,
      { ...own, ...Object.fromEntries(made.map((setting) => [setting, chained(setting, parts)])) },
    ];
  });
  const names = Object.fromEntries(owns.map(([key, own]) => [key, own.name ?? nameOf(key)]));
  const functions = owns.map(([key, own]) => functionOf(key, own, { names, top }));
  const layers = byKey(map(top.layers)).map(
    ([
      key,
      {
        code,
        build,
        name = nameOf(key),
        description = '',
        runtimes = [],
        architectures = [],
        license = null,
        keep = null,
      },
    ]) => ({
      ...{
        key,
        name,
        code: codeOf(code),
        build: buildOf(build),
        description,
        runtimes,
        architectures,
        license,
        keep,
      },
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
    artifacts: artifactsOf(map(top.artifacts)),
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
    ...madeOf(key, own, top.project),
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
