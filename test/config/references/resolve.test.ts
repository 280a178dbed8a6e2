// biome-ignore-all lint/suspicious/noTemplateCurlyInString: The texts are those of a project file.
import { inspect } from 'node:util';
import { mayBeSecret, positionIn, standsAsWritten } from '../../../src/config/references/places';
import { resolveAll } from '../../../src/config/references/resolve';
import { ShipitError } from '../../../src/core/errors';
import { Secret } from '../../../src/core/secret';
import fc from '../../property';
import { Resolving, sayAll, sha } from './resolving';

let world: Resolving;

beforeEach(() => {
  world = new Resolving();
});

const state = (value: string, sensitive: boolean) =>
  JSON.stringify({ version: 4, outputs: { a: { value, sensitive } }, resources: [] });

describe('a text', () => {
  beforeEach(() => {
    world.lookups.parameters.set('/prod/db', { value: 'db-1', secret: false });
    world.lookups.parameters.set('/prod/key', { value: 'hunter2', secret: true });
    world.lookups.secrets.set('db', '{"password":"hunter3","port":5432,"list":[]}');
    world.lookups.secrets.set('plain', 'hunter4');
    world.lookups.outputs.set('Network.VpcId', 'vpc-1');
    world.lookups.objects.set('s3://states/a', state('from s3', false));
    world.files.put('/p/conf/a.txt', 'first\n\tsecond\n');
    world.files.put('/p/t.tfstate', state('from disk', false));
    world.files.put('/p/s.tfstate', state('hunter5', true));
  });

  test.each([
    ['${stage}', 'prod'],
    ['${project}', 'orders'],
    ['${region}', 'eu-west-1'],
    ['${account}', '123456789012'],
    ['${env:TABLE}-${stage}', 'orders-prod'],
    ['[${env:EMPTY}]', '[]'],
    ['${git:sha}', sha],
    ['${git:branch}', 'main'],
    ['${ssm:/${stage}/db}', 'db-1'],
    ['${ssm:/prod/db} $${stage}', 'db-1 ${stage}'],
    ['a $${stage} b', 'a ${stage} b'],
    ['${cfn:Network.VpcId}', 'vpc-1'],
    ['${file:conf/a.txt}', 'first\n\tsecond'],
    ['${tfstate:t.tfstate#output.a}', 'from disk'],
    ['${tfstate:s3://states/a#output.a}', 'from s3'],
    ['${ssm:/prod/key}', { secret: 'hunter2' }],
    ['${secret:db#password}', { secret: 'hunter3' }],
    ['${secret:db#port}', { secret: '5432' }],
    ['${secret:plain}', { secret: 'hunter4' }],
    ['${tfstate:s.tfstate#output.a}', { secret: 'hunter5' }],
    ['mysql://${secret:db#password}@${stage}', { secret: 'mysql://hunter3@prod' }],
  ])('%s is resolved', async (text, value) => {
    expect(await world.text(text)).toEqual({ value, problems: [] });
  });

  test.each([
    [
      '${env:HOME}',
      '${env:HOME}: `allowEnv` does not name HOME  (write `allowEnv: [HOME]` at the top of the file)',
    ],
    ['${env:UNSET}', '${env:UNSET}: the environment variable UNSET is not set  (set it)'],
    [
      '${ssm:/none}',
      '${ssm:/none}: there is no parameter /none  (check the name, the account and the region)',
    ],
    [
      '${secret:none#a}',
      '${secret:none#a}: there is no secret none  (check the name, the account and the region)',
    ],
    ['${secret:db#none}', '${secret:db#none}: the secret db is no JSON with a key `none`  (check its keys)'],
    ['${secret:plain#a}', '${secret:plain#a}: the secret plain is no JSON with a key `a`  (check its keys)'],
    [
      '${secret:db#list}',
      '${secret:db#list}: `list` of the secret db is no single value  (name another key)',
    ],
    [
      '${cfn:Network.Zone}',
      '${cfn:Network.Zone}: there is no stack Network with an output Zone  (check the name, the account and the region)',
    ],
    [
      '${tfstate:s3://states/b#output.a}',
      '${tfstate:s3://states/b#output.a}: there is no s3://states/b  (check the name, the account and the region)',
    ],
    [
      '${tfstate:t.tfstate#output.b}',
      '${tfstate:t.tfstate#output.b}: the Terraform state has no `output.b`  (`terraform state list` and `terraform output` name them)',
    ],
    ['${file:none}', '${file:none}: there is no file none  (paths begin at the folder of the project file)'],
    ['${file:conf}', '${file:conf}: conf is not a file  (name a file)'],
    [
      '${ssm:/${env:EMPTY}/db}',
      '${env:EMPTY}: what it leads to cannot stand within another reference  (it is empty, or has brackets, quotes, blanks or a `#`)',
    ],
  ])('%s leads nowhere', async (text, problem) => {
    expect(await world.text(text)).toEqual({ value: text, problems: [problem] });
  });

  test('may not read credentials, whatever the file allows', async () => {
    world.env = { AWS_SECRET_ACCESS_KEY: 'hunter2', aws_session_token: 'hunter3' };
    world.facts = { ...world.facts, allowEnv: Object.keys(world.env) };
    for (const name of Object.keys(world.env)) {
      const { problems } = await world.text(`\${env:${name}}`);
      expect(problems).toEqual([expect.stringContaining('holds credentials and is never read')]);
    }
  });

  test('has no stage when none was chosen', async () => {
    world.facts = { ...world.facts, stage: null };
    expect((await world.text('${ssm:/${stage}/db}')).problems).toEqual([
      '${stage}: no stage is chosen  (choose one with --stage or SHIPIT_STAGE)',
    ]);
    expect(world.lookups.did).toEqual([]);
  });

  test.each(['../x', '/etc/passwd', 'a/../../b', 'C:/x'])(
    'cannot leave the project by a nested %s',
    async (path) => {
      world.env = { TABLE: path };
      world.files.put('/etc/passwd', 'root');
      const { problems } = await world.text('${file:${env:TABLE}}');
      expect(problems).toEqual([expect.stringContaining('below the folder of the project file')]);
    },
  );

  test('cannot choose another key of a secret by what is nested in it', async () => {
    world.env = { TABLE: 'db#password' };
    expect((await world.text('${secret:${env:TABLE}}')).problems).toEqual([
      expect.stringContaining('cannot stand within another reference'),
    ]);
    expect(world.lookups.did).toEqual([]);
  });

  test.each([
    ['a link', () => world.files.putOdd('/p/conf/x', 'link'), 'conf/x is a symbolic link'],
    ['too long', () => world.files.put('/p/conf/x', 'a'.repeat(64 * 1024 + 1)), 'more than 64 KB'],
    ['no UTF-8', () => world.files.put('/p/conf/x', Uint8Array.of(0xff)), 'is not UTF-8 text'],
    ['with an escape', () => world.files.put('/p/conf/x', 'a\u001b[2J'), 'hidden character U+001B'],
    ['with a carriage return', () => world.files.put('/p/conf/x', 'a\r\nb'), 'a carriage return'],
    ['a pipe', () => world.files.putOdd('/p/conf/x', 'other'), 'conf/x is not a file'],
  ])('refuses a file that is %s', async (_what, put, problem) => {
    put();
    expect((await world.text('${file:conf/x}')).problems).toEqual([expect.stringContaining(problem)]);
  });

  test('keeps a file of exactly 64 KB, and has no more than that together', async () => {
    world.files.put('/p/conf/x', 'a'.repeat(64 * 1024));
    expect((await world.text('${file:conf/x}')).problems).toEqual([]);
    expect((await world.text('${file:conf/x}${stage}')).problems).toEqual([
      'the result has more than 64 KB  (refer to something smaller)',
    ]);
  });

  test('that would hide something from a reader is refused, unless it is a secret', async () => {
    world.lookups.parameters.set('/odd', { value: 'a\u202eb', secret: false });
    world.lookups.parameters.set('/raw', { value: 'a\u0000b', secret: true });
    expect((await world.text('${ssm:/odd}')).problems).toEqual([
      '${ssm:/odd}: leads to a text with the hidden character U+202E  (delete it)',
    ]);
    expect(await world.text('${ssm:/raw}')).toEqual({ value: { secret: 'a\u0000b' }, problems: [] });
  });

  test('is never resolved a second time, wherever it comes from', async () => {
    const trap = '${stage} ${env:AWS_SECRET_ACCESS_KEY} $${x} ${';
    world.env = { TABLE: trap };
    world.lookups.parameters.set('/trap', { value: trap, secret: false });
    world.lookups.secrets.set('trap', trap);
    world.lookups.outputs.set('T.T', trap);
    world.files.put('/p/trap', trap);
    world.files.put('/p/trap.tfstate', state(trap, false));
    const texts = [
      '${env:TABLE}',
      '${ssm:/trap}',
      '${cfn:T.T}',
      '${file:trap}',
      '${tfstate:trap.tfstate#output.a}',
    ];
    for (const text of texts) expect(await world.text(text)).toEqual({ value: trap, problems: [] });
    expect(await world.text('${env:TABLE} ${ssm:/trap}')).toEqual({ value: `${trap} ${trap}`, problems: [] });
    expect(await world.text('${secret:trap}')).toEqual({ value: { secret: trap }, problems: [] });
  });

  test('of any content comes through once and whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (value) => {
        world.lookups.secrets.set('any', value);
        expect((await world.text('a${secret:any}$${b}')).value).toEqual({ secret: `a${value}\${b}` });
      }),
    );
  });
});

describe('a tree of texts', () => {
  test('keeps its keys, its numbers and what shipit must know first', async () => {
    const tree = {
      $schema: '${stage}',
      extends: '${stage}',
      project: '${stage}',
      allowEnv: ['${stage}'],
      stages: { '${stage}': { allowEnv: ['${stage}'], region: '${stage}' } },
      functions: { api: { '${stage}': [1, null, true, ['${stage}']], environment: {} } },
    };
    expect(await world.plain(tree)).toMatchObject({
      problems: [],
      waiting: [],
      value: {
        ...tree,
        stages: { '${stage}': { allowEnv: ['${stage}'], region: 'prod' } },
        functions: { api: { '${stage}': [1, null, true, ['prod']], environment: {} } },
      },
    });
  });

  test('is resolved without AWS as far as that goes; the rest stands as it is written', async () => {
    world.files.put('/p/s.tfstate', state('hunter5', true));
    const environment = {
      A: '${stage}-$${x}',
      B: '${stage}-${ssm:/b}',
      C: '${account}',
      D: '${tfstate:s.tfstate#output.a}',
      E: '${secret:e}',
    };
    const plain = await world.plain({ defaults: { environment } });
    expect(plain.problems).toEqual([]);
    expect(plain.value).toEqual({ defaults: { environment: { ...environment, A: 'prod-${x}' } } });
    expect(plain.waiting.map(({ text }) => text)).toEqual([
      environment.B,
      environment.C,
      environment.D,
      environment.E,
    ]);
    expect([...world.lookups.did, ...world.identity.did]).toEqual([]);
  });

  test('asks for each thing once, and for the caller only when somebody wants to know', async () => {
    world.lookups.parameters.set('/a', { value: 'a', secret: false });
    world.lookups.secrets.set('s', '{"a":1,"b":2}');
    world.lookups.objects.set('s3://states/a', state('x', false));
    const texts = ['${ssm:/a}', 'x${ssm:/a}', '${secret:s#a}', '${secret:s#b}', '${git:sha}', '${git:sha}'];
    const states = ['${tfstate:s3://states/a#output.a}', '${tfstate:s3://states/a#output.b}'];
    const named = Object.entries([...texts, ...states, '${region}']);
    const environment = Object.fromEntries(named.map(([key, text]) => [`V${key}`, text]));
    await world.all({ functions: { api: { environment }, web: { environment } } });
    expect([...world.lookups.did].sort()).toEqual(['object s3://states/a', 'parameter /a', 'secret s']);
    expect(world.processes.did).toEqual(['run git -C /p rev-parse HEAD']);
    expect(world.identity.did).toEqual([]);
    await world.all({ functions: { api: { description: '${account}', handler: '${account}' } } });
    expect(world.identity.did).toEqual(['whoami']);
  });

  test('tells everything that is missing, each with its place', async () => {
    world.lookups.failNext('secret', new ShipitError('accessDenied', 'GetSecretValue s: no'), 'before');
    const environment = {
      A: '${ssm:/a} ${ssm:/b}',
      B: '${ssm:/a}',
      C: '${secret:s}',
      D: '${foo}',
      E: '${secret:s}',
    };
    const { problems } = await world.all({ functions: { api: { environment } } });
    expect(problems.map(sayAll).sort()).toEqual([
      'functions.api.environment.A:1:1  ${ssm:/a}: there is no parameter /a',
      'functions.api.environment.A:1:1  ${ssm:/b}: there is no parameter /b',
      'functions.api.environment.B:1:1  ${ssm:/a}: there is no parameter /a',
      'functions.api.environment.C:1:1  ${secret:s}: GetSecretValue s: no',
      'functions.api.environment.D:1:1  there is no reference `${foo}`',
      'functions.api.environment.E:1:1  ${secret:s}: GetSecretValue s: no',
    ]);
    expect(problems.find(({ what }) => what.includes('GetSecretValue'))?.hint).toBe(
      'Give the caller the permission that AWS names above.',
    );
  });

  test.each(['noCredentials', 'expiredCredentials', 'noRegion', 'wrongEndpoint'] as const)(
    'is given up for %s, which is no fault of any reference',
    async (code) => {
      world.lookups.failNext('parameter', new ShipitError(code, 'no'), 'before');
      const environment = Object.fromEntries(
        Array.from({ length: 50 }, (_, i) => [`V${i}`, `\${ssm:/${i}}`]),
      );
      await expect(world.all({ functions: { api: { environment } } })).rejects.toMatchObject({ code });
      expect(world.lookups.did.length).toBeLessThan(20);
    },
  );

  test('leaves out what nobody needs', async () => {
    const plain = await world.plain({
      functions: { api: { handler: '${ssm:/a}' }, web: { handler: '${ssm:/b}' } },
    });
    const waiting = plain.waiting.filter(({ path }) => path[1] === 'web');
    const { lookups, identity } = world;
    lookups.parameters.set('/b', { value: 'b', secret: false });
    const { value, problems } = await resolveAll({ ...plain, waiting }, { lookups, identity });
    expect(problems).toEqual([]);
    expect(value).toEqual({ functions: { api: { handler: '${ssm:/a}' }, web: { handler: 'b' } } });
  });
});

describe('a secret', () => {
  const hidden = 'hunter2-hunter2';

  beforeEach(() => {
    world.lookups.secrets.set('s', hidden);
    world.lookups.secrets.set('j', JSON.stringify({ k: hidden, [hidden]: 'key' }));
    world.lookups.parameters.set('/s', { value: hidden, secret: true });
    world.files.put('/p/s.tfstate', state(hidden, true));
  });

  test('may stand in an environment alone', async () => {
    const texts = { a: '${secret:s}', b: '${ssm:/s}', c: '${tfstate:s.tfstate#output.a}' };
    const plain = await world.plain({ functions: { environment: texts, api: texts } });
    const what = 'secrets may stand in `environment`, in `notifications` and in `headers` of hooks alone';
    const early = [
      'functions.environment.a',
      'functions.environment.c',
      'functions.api.a',
      'functions.api.c',
    ];
    expect(plain.problems.map(sayAll)).toEqual(early.map((path) => `${path}:1:1  ${what}`));
    const { problems } = await resolveAll(plain, world);
    expect(problems.map(sayAll)).toEqual(
      ['functions.environment.b', 'functions.api.b'].map((path) => `${path}:1:1  ${what}`),
    );
  });

  test.each([
    [['functions', 'api', 'environment', 'A'], true],
    [['defaults', 'environment', 'A'], true],
    [['stages', 'prod', 'defaults', 'environment', 'A'], true],
    [['stages', 'prod', 'functions', 'api', 'environment', 'A'], true],
    [['functions', 'environment', 'handler'], false],
    [['functions', 'environment', 'tags', 'A'], false],
    [['functions', 'api', 'environment'], false],
    [['functions', 'api', 'environment', 'A', 'B'], false],
    [['functions', 'api', 'tags', 'environment', 'A'], false],
    [['stages', 'functions', 'functions', 'environment', 'A'], false],
    [['stages', 'environment', 'region'], false],
    [['environment', 'A'], false],
    [['functions', 'api', 'hooks', 'preTraffic', 0, 'headers', 'A'], true],
    [['defaults', 'hooks', 'afterStep', 0, 'headers', 'A'], true],
    [['stages', 'prod', 'functions', 'api', 'hooks', 'postTraffic', 0, 'headers', 'A'], true],
    [['rollouts', 'slow', 'steps', 1, 'hooks', 0, 'headers', 'A'], true],
    [['stages', 'prod', 'rollouts', 'slow', 'steps', 1, 'hooks', 0, 'headers', 'A'], true],
    [['functions', 'api', 'hooks', 'preTraffic', 0, 'http'], false],
    [['functions', 'api', 'hooks', 'preTraffic', 0, 'run', 1], false],
    [['rollouts', 'slow', 'steps', 1, 'hooks', 0, 'http'], false],
    [['rollouts', 'slow', 'steps', 1, 'headers', 'A'], false],
  ])('%j: %s', (path, may) => {
    expect(mayBeSecret(path)).toBe(may);
  });

  test('is listed whole and as the part that it is', async () => {
    const environment = { A: 'x-${secret:s}-y', B: '${ssm:/s}' };
    const { secrets } = await world.all({ functions: { api: { environment } } });
    expect(secrets.map(Secret.reveal).sort()).toEqual([hidden, `x-${hidden}-y`].sort());
  });

  test('shows in nothing that is told, right or wrong', async () => {
    const references = fc.constantFrom(
      '${secret:s}',
      '${secret:s#k}',
      '${secret:j#k}',
      '${secret:j#none}',
      '${secret:j}',
      '${ssm:/s}',
      '${tfstate:s.tfstate#output.a}',
      '${tfstate:s.tfstate#output.none}',
      '${stage}',
      '$${',
      '${foo}',
      ' text ',
    );
    const places = fc.constantFrom('environment', 'handler', 'tags');
    await fc.assert(
      fc.asyncProperty(fc.array(references, { maxLength: 5 }), places, async (parts, place) => {
        const plain = await world.plain({ functions: { api: { [place]: { A: parts.join('') } } } });
        const all = await resolveAll(plain, world);
        const { asks: _, ...told } = plain;
        for (const text of [JSON.stringify([told, all]), inspect([told, all], { depth: 20 })])
          expect(text).not.toContain(hidden);
      }),
    );
  });
});

describe('the place of a reference', () => {
  test.each([
    ['plain', 'name: a ${foo}', 7, 'a ${foo}', 9],
    ['in double quotes', 'name: "a ${foo}"', 7, 'a ${foo}', 10],
    ['in single quotes', "  - 'a ${foo}'", 5, 'a ${foo}', 8],
    ['after an escape', 'name: "\\t${foo}"', 7, '\t${foo}', 7],
    ['in a block', 'name: >-', 7, 'a ${foo}', 7],
    ['behind an anchor', 'name: &a x ${foo}', 7, 'x ${foo}', 7],
    ['in a line that was cut', 'name: aaaaaa', 7, 'aaaaaaaaa${foo}', 7],
  ])('%s is its own where the line shows it, else that of the value', async (...row) => {
    const [, line, column, text, expected] = row;
    const at = { file: 'f', line: 3, column, text: line };
    const { problems } = await world.plain({ defaults: { handler: text } }, () => at);
    expect(problems.map((one) => one.at)).toEqual([{ ...at, column: expected }]);
    expect(positionIn(at, text, text.indexOf('$')).column).toBe(expected);
  });
});

describe('what stands as it is written', () => {
  test.each([
    [['$schema'], true],
    [['extends'], true],
    [['project'], true],
    [['allowEnv', 0], true],
    [['stages', 'prod', 'allowEnv', 0], true],
    [['stages', 'allowEnv', 'region'], false],
    [['functions', 'project', 'code'], false],
  ])('%j: %s', (path, literal) => {
    expect(standsAsWritten(path)).toBe(literal);
  });
});
