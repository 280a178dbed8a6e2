/** One event of every type; a type without one does not compile. */
import type { Event, EventOf, EventType } from '../../src/core/events';

export const release = '01JDP3Q8V0ABCDEFGH123F7K2M';
export const startMs = Date.UTC(2026, 10, 21, 2, 13, 5);

const head = <T extends EventType>(type: T): { v: 1; type: T; at: number } => ({ v: 1, type, at: startMs });

const api = { key: 'api', name: 'orders-api', alias: 'live' };
/** Of a function that does not change, when nobody asked for drift. */
export const unlooked = { code: null, notes: [], drift: null };
const counts = {
  key: 'api',
  baseline: { version: '41', requests: 980, errors: 1 },
  candidate: { version: '42', requests: 109, errors: 2 },
};

export const examples: { readonly [T in EventType]: EventOf<T> } = {
  'plan.made': {
    ...head('plan.made'),
    functions: [
      {
        ...api,
        action: 'update',
        baseline: '41',
        changes: ['~ code 1a2b3c4d -> 5e6f7a8b', '~ memorySize 128 -> 256'],
        rollout: 'careful',
        code: { fromBytes: 1_200_000, toBytes: 1_234_567, files: ['~ index.js', '+ lib/new.js'] },
        notes: [],
        drift: null,
      },
      {
        ...api,
        key: 'new',
        action: 'create',
        baseline: null,
        changes: ['+ code 5e6f7a8b', '+ memorySize 128'],
        rollout: '',
        code: { fromBytes: null, toBytes: 2048, files: null },
        notes: ['first release: all requests at once, because there is no version to go back to'],
        drift: null,
      },
      { ...api, key: 'same', action: 'none', baseline: '7', changes: [], rollout: '', ...unlooked },
    ],
    rollouts: [
      {
        name: 'careful',
        steps: [
          { weight: 10, bakeMs: 600_000 },
          { weight: 100, bakeMs: 0 },
        ],
        totalMs: 600_000,
        endsAtMs: startMs + 600_000,
      },
    ],
    layers: [{ key: 'deps', name: 'orders-deps', digest: 'q1w2', bytes: 4096 }],
    roles: [{ name: 'orders-api-role', changes: ['+ orders-api-role: Allow sqs:SendMessage on *'] }],
  },
  'artifact.built': {
    ...head('artifact.built'),
    key: 'api',
    digest: 'q1w2',
    bytes: 1_234_567,
    files: 14,
    reused: false,
  },
  'preflight.checked': { ...head('preflight.checked'), title: 'alarms are quiet', ok: true, problems: [] },
  'release.started': {
    ...head('release.started'),
    release,
    by: 'anna',
    ungated: null,
    reason: null,
    functions: [{ ...api, description: '' }],
  },
  'function.changed': { ...head('function.changed'), key: 'api', what: 'code' },
  'role.kept': { ...head('role.kept'), name: 'orders-api-role', what: 'changed' },
  'layer.published': {
    ...head('layer.published'),
    arn: 'arn:aws:lambda:eu-west-1:123456789012:layer:orders-deps:3',
  },
  'version.published': {
    ...head('version.published'),
    key: 'api',
    version: '42',
    digest: 'q1w2',
    reused: false,
  },
  'smoke.tested': {
    ...head('smoke.tested'),
    key: 'api',
    version: '42',
    sample: 'order.json',
    ok: true,
    because: 'it answered',
  },
  'rollout.stepped': {
    ...head('rollout.stepped'),
    rollout: 'careful',
    step: 1,
    steps: 2,
    weight: 10,
    bakeMs: 600_000,
  },
  'alias.written': {
    ...head('alias.written'),
    ...api,
    fromRevision: 'r1',
    toRevision: 'r2',
    baseline: '41',
    candidate: '42',
    weight: 10,
    phase: 'bake',
    epoch: 7,
  },
  'rollout.observed': {
    ...head('rollout.observed'),
    rollout: 'careful',
    step: 1,
    weight: 10,
    dueMs: startMs + 570_000,
    functions: [counts],
    alarms: [{ name: 'orders-api-errors', state: 'OK' }],
    verdict: 'pass',
    because: '1 alarm quiet',
  },
  'rollout.held': { ...head('rollout.held'), rollout: 'careful', because: 'too little traffic to judge' },
  'rollout.restoring': {
    ...head('rollout.restoring'),
    rollout: 'careful',
    because: 'the guard allows 5% errors: api version 42 failed 31 of 120 (25.8%), version 41 0 of 980',
  },
  'rollout.ended': {
    ...head('rollout.ended'),
    rollout: 'careful',
    outcome: 'rolledBack',
    because: 'alarm orders-api-errors is in ALARM',
  },
  'release.finished': {
    ...head('release.finished'),
    release,
    outcome: 'rolledBack',
    exitCode: 3,
    functions: [
      {
        ...api,
        baseline: '41',
        candidate: '42',
        outcome: 'rolledBack',
        because: 'alarm orders-api-errors is in ALARM',
      },
    ],
    problems: [],
  },
  'status.read': {
    ...head('status.read'),
    functions: [
      {
        ...api,
        version: '41',
        candidate: '42',
        weight: 10,
        state: 'rollingOut',
        release,
        by: 'anna',
        leaseUntilMs: startMs + 100_000,
        step: 1,
        phase: 'bake',
        dueMs: startMs + 570_000,
        wish: null,
      },
    ],
  },
  'release.takenOver': {
    ...head('release.takenOver'),
    release,
    by: 'ben',
    from: 'anna',
    epoch: 8,
    because: 'the same course comes out of the project file',
    found: [{ ...api, revision: 'r2', version: '41', weight: 10, phase: 'bake' }],
  },
  'wish.obeyed': { ...head('wish.obeyed'), release, what: 'pause', step: 1 },
  'rollout.paused': { ...head('rollout.paused'), rollout: 'careful', step: 1, weight: 10 },
  'rollout.resumed': { ...head('rollout.resumed'), rollout: 'careful', step: 1, weight: 10 },
  'rollout.waiting': {
    ...head('rollout.waiting'),
    rollout: 'careful',
    step: 1,
    weight: 10,
    for: 'approval',
    expiresMs: startMs + 7_200_000,
    then: 'rollback',
  },
  'rollout.approved': { ...head('rollout.approved'), rollout: 'careful', step: 1 },
  'hook.ran': {
    ...head('hook.ran'),
    rollout: 'careful',
    when: 'afterStep',
    step: 1,
    key: 'api',
    hook: 'orders-check',
    status: 'pass',
    because: '12 orders went through',
    tookMs: 1800,
  },
  'capacity.changed': {
    ...head('capacity.changed'),
    key: 'api',
    version: '42',
    amount: 5,
    ready: true,
  },
  'alarm.kept': { ...head('alarm.kept'), name: 'shipit-orders-api.live.errors', what: 'made' },
  'versions.pruned': { ...head('versions.pruned'), key: 'api', versions: ['34', '35'] },
  'control.sent': { ...head('control.sent'), what: 'pause', release, step: 1, by: 'ben' },
  'history.read': {
    ...head('history.read'),
    releases: [
      {
        release,
        startedMs: startMs,
        endedMs: startMs + 600_000,
        by: 'anna',
        from: 'desk-3',
        commit: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
        outcome: 'promoted',
        because: 'every step passed',
        functions: [
          {
            ...api,
            baseline: '41',
            candidate: '42',
            outcome: 'promoted',
            because: 'every step passed',
            weights: [{ at: startMs + 60_000, weight: 10 }],
          },
        ],
        marks: [{ at: startMs + 120_000, text: 'paused by ben' }],
      },
    ],
  },
  'destroy.planned': {
    ...head('destroy.planned'),
    project: 'orders',
    stage: 'dev',
    account: '123456789012',
    region: 'eu-west-1',
    goes: [
      { kind: 'alias', key: 'api', name: 'orders-api:live', about: 'serves version 41' },
      { kind: 'function', key: 'api', name: 'orders-api', about: 'with 12 published versions' },
    ],
    absent: [{ kind: 'role', key: 'api', name: 'orders-api-role' }],
    stays: [{ what: 'log group', names: ['/aws/lambda/orders-api'], because: 'logs outlive their function' }],
  },
  'destroy.done': {
    ...head('destroy.done'),
    kind: 'alias',
    key: 'api',
    name: 'orders-api:live',
    ok: true,
    because: '',
  },
  'local.ready': {
    ...head('local.ready'),
    endpoint: 'http://127.0.0.1:4580',
    folder: '.shipit/local',
    speed: 60,
  },
  'config.read': {
    ...head('config.read'),
    file: '/p/lambda.config.yaml',
    stage: 'prod',
    config: { project: 'orders', functions: { api: { code: 'dist/api', timeout: '10s' } } },
    origins: [
      { path: 'functions.api.timeout', at: 'lambda.config.yaml:12:5', section: 'stage prod' },
      { path: 'functions.api.name', at: null, section: '' },
    ],
  },
  'config.finished': { ...head('config.finished'), exitCode: 0, problems: [] },
  'local.slowed': { ...head('local.slowed'), because: 'functions cannot keep up with 10 requests a second' },
  warning: {
    ...head('warning'),
    message: 'the role is shared with another project',
    hint: 'Give it its own.',
  },
  'init.finished': { ...head('init.finished'), exitCode: 0, problems: [] },
  'validate.finished': {
    ...head('validate.finished'),
    exitCode: 2,
    problems: ['lambda.config.yaml:3:5  rollout "carefull" is not there  (did you mean "careful"?)'],
    faults: [
      {
        file: 'lambda.config.yaml',
        line: 3,
        column: 5,
        what: 'rollout "carefull" is not there',
        hint: 'did you mean "careful"?',
      },
    ],
  },
  'build.finished': { ...head('build.finished'), exitCode: 0, problems: [] },
  'plan.finished': { ...head('plan.finished'), exitCode: 10, problems: [] },
  'pause.finished': { ...head('pause.finished'), exitCode: 6, problems: [] },
  'resume.finished': { ...head('resume.finished'), exitCode: 0, problems: [] },
  'approve.finished': { ...head('approve.finished'), exitCode: 0, problems: [] },
  'promote.finished': { ...head('promote.finished'), exitCode: 0, problems: [] },
  'abort.finished': { ...head('abort.finished'), exitCode: 0, problems: [] },
  'attach.finished': { ...head('attach.finished'), exitCode: 0, problems: [] },
  'history.finished': { ...head('history.finished'), exitCode: 0, problems: [] },
  'status.finished': { ...head('status.finished'), exitCode: 0, problems: [] },
  'destroy.finished': { ...head('destroy.finished'), exitCode: 0, problems: [] },
  'local.finished': { ...head('local.finished'), exitCode: 0, problems: [] },
};

/** The same event, some seconds after the start of the examples, with other fields. */
export function later<T extends EventType>(
  type: T,
  seconds: number,
  change: Partial<EventOf<T>> = {},
): EventOf<T> {
  return { ...examples[type], at: startMs + seconds * 1000, ...change };
}

export const allEvents: readonly Event[] = Object.values(examples);
