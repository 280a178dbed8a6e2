/** What `shipit doctor` finds, one thing wrong at a time. */
import type { Project } from '../src/config/project';
import type { Allowed, Asked, Finding, Machine } from '../src/core/checkup';
import { ShipitError } from '../src/core/errors';
import type { Caller } from '../src/core/ports';
import { Record } from '../src/core/record';
import { AliasRef, Digest, Percent } from '../src/core/values';
import { type DoctorAws, doctor } from '../src/doctor';
import { FakeClock } from './clock';
import { example, readText } from './config/example';
import { fakePorts } from './fakes';
import { nowhere } from './forms';
import { openRecord } from './plan/records';
import { nowMs } from './plan/scene';

const api = { functionName: 'orders-api', alias: 'live' };
const leader = Digest.short(AliasRef.key(api));
const minute = 60_000;

interface Broken {
  readonly yaml?: string;
  readonly machine?: Partial<Machine>;
  readonly worry?: Caller['worry'];
  readonly skewMs?: number | null;
  readonly denied?: (one: { action: string; resource: string }) => string | null;
  readonly project?: ShipitError;
  readonly functions?: ShipitError;
  readonly aws?: ShipitError | Partial<DoctorAws>;
  readonly programs?: readonly string[];
}

async function examine(
  broken: Broken = {},
  prepare: (fakes: ReturnType<typeof fakePorts>) => void = () => {},
) {
  const clock = new FakeClock(nowMs);
  const fakes = fakePorts(clock);
  fakes.functions.seed('orders-api', [{}, {}]);
  fakes.identity.caller = { ...fakes.identity.caller, worry: broken.worry ?? null };
  prepare(fakes);
  const { programs = ['git'], skewMs = 0 } = broken;
  fakes.processes.answer = ([name = '']) => (programs.includes(name) ? { stdout: `${name} 1.2.3\n` } : null);
  const simulated: (Asked & { readonly principal: string })[] = [];
  const simulate = async (principal: string, asked: Asked): Promise<Allowed[]> => {
    simulated.push({ principal, ...asked });
    return asked.actions.flatMap((action) =>
      asked.resources.map((resource) => {
        const because = broken.denied?.({ action, resource }) ?? '';
        return { action, resource, allowed: because === '', because };
      }),
    );
  };
  const aws: DoctorAws = {
    ...fakes,
    permissions: { simulate },
    serverTime: { serverMs: async () => (skewMs === null ? null : nowMs - skewMs) },
    isLocal: false,
    journal: () => fakes.journal,
    ...broken.aws,
  };
  const machine: Machine = {
    ...{ node: 'v24.1.0', shipit: '0.1.0' },
    unwritable: async () => null,
    esbuild: () => null,
    ...broken.machine,
  };
  const ports = {
    ...{ machine, processes: fakes.processes, report: fakes.report, clock },
    aws: broken.aws instanceof ShipitError ? broken.aws : aws,
  };
  const project = async (): Promise<Project> => {
    if (broken.project) throw broken.project;
    return readText(broken.yaml ?? example);
  };
  const where = { ...nowhere, stage: 'prod' };
  const request = { root: '/p', file: async () => 'lambda.config.yaml', project, where };
  const functions = (known: Project) => {
    if (broken.functions) throw broken.functions;
    return known.functions;
  };
  const bad = await clock.runUntil(doctor(ports, { ...request, functions }));
  const findings = fakes.report.events.flatMap((event): Finding[] =>
    event.type === 'doctor.checked' ? [event] : [],
  );
  // Whatever was broken: there is a way out of all that is not well.
  expect(findings.filter(({ state, hint }) => state !== 'ok' && hint === '')).toEqual([]);
  return { bad, findings, simulated, fakes };
}

const notOk = (findings: readonly Finding[]) =>
  findings
    .filter(({ state }) => state !== 'ok')
    .map(({ area, state, what, because }) => `${state} ${area}: ${what}${because && `: ${because}`}`);

it('finds nothing where all is well, and neither writes nor calls what it asks about', async () => {
  const { bad, findings, simulated, fakes } = await examine();
  expect(notOk(findings)).toEqual([]);
  expect(bad).toBe(0);
  expect(fakes.aliases.did).toEqual(['read orders-api:live']);
  expect(new Set(simulated.map(({ principal }) => principal))).toEqual(
    new Set(['arn:aws:iam::123456789012:role/deployer']),
  );
  const areas = new Set(findings.map(({ area }) => area));
  expect([...areas]).toEqual([
    ...['machine', 'disk', 'git', 'project', 'builders', 'clock'],
    ...['credentials', 'account', 'region', 'permissions', 'aliases'],
  ]);
});

it.each<[string, Broken, string]>([
  ['an old Node', { machine: { node: 'v18.20.0' } }, 'bad machine: Node v18.20.0: shipit needs 20 or newer'],
  [
    'a disk that may only be read',
    { machine: { unwritable: async () => 'EROFS' } },
    'bad disk: .shipit cannot be written to: EROFS',
  ],
  ['no git', { programs: [] }, 'warn git: no commit is known: git is not installed'],
  [
    'a clock that AWS refuses',
    { skewMs: -7 * minute },
    'bad clock: the clock of this machine is 7m behind AWS: AWS refuses what is signed more than 5 minutes off',
  ],
  [
    'a clock that goes wrong',
    { skewMs: minute },
    'warn clock: the clock of this machine is 59s ahead of AWS',
  ],
  [
    'an AWS without time',
    { skewMs: null },
    'warn clock: the clock was not compared: AWS could not be asked for its time',
  ],
  [
    'another account',
    { yaml: example.replace('region:', 'account: "210987654321"\nregion:') },
    'bad account: 123456789012: the project file names 210987654321',
  ],
  [
    'keys that never end, in CI',
    { worry: 'longLivedInCi' },
    'warn credentials: they never end: who reads the secrets of this CI has them for ever',
  ],
  [
    'a session of which nobody says when it ends',
    { worry: 'endUnknown' },
    'warn credentials: nobody says when they end: a rollout may take longer, and cannot go back once they have ended',
  ],
  [
    'no esbuild for bundles',
    {
      yaml: example
        .replace('code: dist/api', 'code: { bundle: src/api.ts }')
        .replace('index.handler', 'api.handler'),
    },
    'bad builders: esbuild is not there: functions with `bundle` are made with it',
  ],
  [
    'no installer for Python',
    { yaml: example.replace('code: dist/api', 'code: { python: src }').replace('nodejs24.x', 'python3.13') },
    'bad builders: neither uv nor pip is there: Python code needs one',
  ],
  [
    'an action that is denied',
    { denied: ({ action }) => (action === 'lambda:UpdateAlias' ? 'no policy allows it' : null) },
    'bad permissions: lambda:UpdateAlias on arn:aws:lambda:eu-west-1:123456789012:function:orders-api: no policy allows it',
  ],
])('finds %s', async (_what, broken, line) => {
  const { bad, findings } = await examine(broken);
  expect(notOk(findings)).toEqual([line]);
  expect(bad).toBe(line.startsWith('bad') ? 1 : 0);
});

describe('an alias', () => {
  const put = (description: string, weight: number | null) => (fakes: ReturnType<typeof fakePorts>) => {
    const additional = weight === null ? null : { version: '2', weight: Percent.of(weight) };
    fakes.aliases.put(api, { version: '1', additional, description });
  };
  const rolling = (leaseUntilS: number) =>
    Record.format({ ...openRecord, leader, candidate: '2', weight: 10, phase: 'bake', leaseUntilS }, '');

  it.each<[string, string, number | null, RegExp, string]>([
    [
      'that nobody owns and is split',
      'mine',
      10,
      /^bad aliases: api .* is split: 10% to version 2/,
      'shipit rollback --stage prod --to api@1',
    ],
    [
      'whose owner is dead',
      rolling(nowMs / 1000 - 60),
      10,
      /^bad aliases: api .* its owner seems dead/,
      'shipit rollback --stage prod api',
    ],
    [
      'that moves',
      rolling(nowMs / 1000 + 60),
      10,
      /^warn aliases: api .* is rolling out/,
      'shipit attach --stage prod',
    ],
    [
      'with a record of a newer shipit',
      'shipit/9 x',
      null,
      /^bad aliases: api .* has a record that this shipit cannot read/,
      'shipit rollback --stage prod --to api@1',
    ],
  ])('%s is found, and how it is ended here', async (_what, description, weight, line, way) => {
    const { findings } = await examine({}, put(description, weight));
    expect(notOk(findings).join('\n')).toMatch(line);
    expect(findings.map(({ hint }) => hint).join('\n')).toContain(way);
  });

  it('that rests is counted', async () => {
    const { findings } = await examine({}, put('mine', null));
    expect(findings.filter(({ area }) => area === 'aliases').map(({ what }) => what)).toEqual([
      '1 alias rests on one version',
    ]);
  });
});

describe('what cannot be known', () => {
  it('of a project that is wrong hides neither the clock nor who calls', async () => {
    const problems = ['a.yaml:1:1  one', 'a.yaml:2:1  two'];
    const { findings, bad } = await examine({ project: new ShipitError('badConfig', 'wrong', { problems }) });
    expect(bad).toBe(2);
    expect(notOk(findings)).toEqual([
      'bad project: a.yaml:1:1  one',
      'bad project: a.yaml:2:1  two',
      ...['builders', 'permissions', 'aliases', 'journal'].map(
        (area) => `warn ${area}: not looked at: what stands above is needed first`,
      ),
    ]);
    expect(findings.some(({ area }) => area === 'account')).toBe(true);
  });

  it('of a wrong file is told with the way out of each mistake', async () => {
    const fault = (line: number, hint: string | null) => ({
      file: 'a.yaml',
      line,
      column: 1,
      text: null,
      what: 'no',
      hint,
    });
    const faults = [fault(1, 'write yes'), fault(2, null)];
    const problems = ['a.yaml:1:1  no  (write yes)', 'a.yaml:2:1  no'];
    const project = new ShipitError('badConfig', 'wrong', { problems, faults });
    const told = (await examine({ project })).findings.filter(({ area }) => area === 'project');
    expect(told.map(({ what, hint }) => [what, hint])).toEqual([
      ['a.yaml:1:1  no', 'write yes'],
      ['a.yaml:2:1  no', project.hint],
    ]);
  });

  it('of an account is not said of a file that cannot be used', async () => {
    const { findings } = await examine({ project: new ShipitError('badConfig', 'wrong') });
    const [account] = findings.filter(({ area }) => area === 'account');
    expect(account?.because).toBe('which one the project file wants is not known');
  });

  it('of more mistakes than anybody reads is counted', async () => {
    const problems = Array.from({ length: 23 }, (_, at) => `a.yaml:${at + 1}:1  no`);
    const { findings, bad } = await examine({ project: new ShipitError('badConfig', 'wrong', { problems }) });
    expect(bad).toBe(21);
    expect(notOk(findings)).toContain('bad project: and 3 more');
  });

  const noRegion = (fakes: ReturnType<typeof fakePorts>): void => {
    const error = new ShipitError('noRegion', 'No AWS region is set');
    fakes.identity.failNext('whoami', error, 'before');
  };

  it('without a region, which a wrong file may name, is not told as a fault of its own', async () => {
    const { findings, bad } = await examine({ project: new ShipitError('badConfig', 'wrong') }, noRegion);
    expect(bad).toBe(1);
    const because = 'no region is known as long as the project is not';
    expect(notOk(findings)).toEqual([
      'bad project: wrong',
      'warn builders: not looked at: what stands above is needed first',
      ...['clock', 'credentials'].map((area) => `warn ${area}: not looked at: ${because}`),
      ...['permissions', 'aliases', 'journal'].map(
        (area) => `warn ${area}: not looked at: what stands above is needed first`,
      ),
    ]);
  });

  it('without a region that a right file does not name is', async () => {
    const { findings, bad } = await examine({}, noRegion);
    expect(bad).toBe(1);
    expect(notOk(findings)[0]).toBe('bad credentials: No AWS region is set');
  });

  it('of functions that are not in it is said once', async () => {
    const { findings, bad } = await examine({ functions: new ShipitError('badFlag', 'there is no nope') });
    expect(bad).toBe(1);
    expect(notOk(findings)[0]).toBe('bad project: there is no nope');
  });

  it('of where at AWS, while the project file is wrong, is not told as a fault of its own', async () => {
    const wrong = new ShipitError('badConfig', 'wrong');
    const { findings, bad } = await examine({
      project: wrong,
      aws: new ShipitError('badConfig', 'no region'),
    });
    expect(bad).toBe(1);
    expect(notOk(findings)).toContain('warn AWS: not looked at: what stands above is needed first');
  });

  it('without credentials is said once', async () => {
    const nobody = new ShipitError('noCredentials', 'nobody is logged in');
    const { findings, bad } = await examine({}, (fakes) =>
      fakes.identity.failNext('whoami', nobody, 'before'),
    );
    expect(bad).toBe(1);
    expect(notOk(findings)[0]).toBe('bad credentials: nobody is logged in');
  });

  it('by an AWS that is out of reach is said once', async () => {
    const { findings } = await examine({ aws: new ShipitError('wrongEndpoint', 'link-local') });
    expect(notOk(findings)).toEqual(['bad AWS: link-local']);
  });

  it('because nobody answers is given up', async () => {
    const serverMs = () => new Promise<never>(() => {});
    const { findings } = await examine({ aws: { serverTime: { serverMs } } });
    expect(notOk(findings)).toEqual(['bad clock: it did not answer within 30 seconds']);
  });

  it('because the caller may not ask names the actions', async () => {
    const simulate = () => Promise.reject(new ShipitError('accessDenied', 'SimulatePrincipalPolicy: no'));
    const { findings, bad } = await examine({ aws: { permissions: { simulate } } });
    expect(bad).toBe(0);
    expect(notOk(findings)[0]).toMatch(
      /^warn permissions: \d+ actions could not be simulated: cloudwatch:DescribeAlarms, .*lambda:UpdateAlias/,
    );
  });
});
