/** Destroy over fakes: what goes, what stays, what is refused, and what is said when something is left. */
import type { FunctionSpec, Project } from '../src/config/project';
import { ShipitError } from '../src/core/errors';
import type { EventOf } from '../src/core/events';
import { type Consent, destroy } from '../src/destroy';
import { nowhere } from './forms';
import { aliasOf, Estate, layer, movingRecord, project, roleSpec, spec, tagsOf } from './release/estate';

const yes: Consent = { yes: true, confirm: null, typed: null };
const dev = { name: 'dev', protected: false };
const prod = { name: 'prod', protected: true };
const denied = new ShipitError('accessDenied', 'AWS says accessDenied');

function setUp(
  change: Partial<Project> = {},
  functions: readonly FunctionSpec[] = [spec('api'), spec('mailer')],
) {
  const of = project(functions, change);
  const estate = new Estate();
  for (const { name, role } of functions) {
    estate.put(name, tagsOf(of));
    if (role) estate.putRole(role.name, tagsOf(of));
  }
  return { estate, of };
}

type Set = ReturnType<typeof setUp>;

interface Wishes {
  readonly named?: readonly string[];
  readonly force?: boolean;
  readonly consent?: Consent;
  readonly stop?: AbortController;
}

function run({ estate, of }: Set, { named = [], force = false, consent = yes, stop }: Wishes = {}) {
  const signal = (stop ?? new AbortController()).signal;
  return destroy(estate.ports, {
    project: of,
    named: of.functions.filter(({ key }) => named.includes(key)),
    force,
    consent,
    where: { ...nowhere, stage: 'prod' },
    stop: { signal, exitCode: () => (signal.aborted ? 130 : null) },
  });
}

async function refusal(work: Promise<unknown>): Promise<ShipitError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ShipitError) return error;
  throw error ?? new Error('it was not refused');
}

const planned = ({ estate }: Set) =>
  estate.events.find((event): event is EventOf<'destroy.planned'> => event.type === 'destroy.planned');
const named = (things: readonly { kind: string; name: string }[] = []) =>
  things.map(({ kind, name }) => `${kind} ${name}`);

describe('a project of which everything is there', () => {
  const functions = [
    spec('api', { role: roleSpec('orders-api-role'), alarms: ['api-errors'] }),
    spec('mailer', { image: { kind: 'there', uri: 'repo@sha256:abc' }, code: null }),
  ];
  const everything = [
    'alias orders-api:live',
    'function orders-api',
    'alias orders-mailer:live',
    'function orders-mailer',
    'role orders-api-role',
  ];
  const setUpAll = async () => {
    const set = setUp({ layers: [layer('deps')] }, functions);
    await set.estate.putLayer('orders-deps', ['shipit 1a2b', 'by hand', 'shipit 3c4d']);
    return set;
  };

  it('goes: each alias before its function, then roles, then the layers that shipit published', async () => {
    const set = await setUpAll();
    expect(await run(set)).toEqual({ exitCode: 0, problems: [] });
    expect(set.estate.removed).toEqual([...everything, 'layer orders-deps:3', 'layer orders-deps:1']);
    expect((await set.estate.fakes.layers.versions('orders-deps')).map(({ version }) => version)).toEqual([
      2,
    ]);
  });

  it('is listed first, with account, region and what stays', async () => {
    const set = await setUpAll();
    await run(set);
    expect(set.estate.events[0]).toBe(planned(set));
    expect(planned(set)).toMatchObject({
      project: 'orders',
      stage: null,
      account: '123456789012',
      absent: [],
    });
    expect(planned(set)?.goes.map(({ kind, name, about }) => `${kind} ${name} ${about}`)).toEqual([
      expect.stringMatching(/^alias orders-api:live serves version 3, last moved by release \w{6}$/),
      'function orders-api with 3 published versions and all of its aliases',
      expect.stringMatching(/^alias orders-mailer:live /),
      expect.stringMatching(/^function orders-mailer /),
      'role orders-api-role made for api',
      'layer orders-deps versions 3, 1',
    ]);
    expect(planned(set)?.stays.map(({ what, names }) => `${what}: ${names.join(' ')}`)).toEqual([
      'layer: orders-deps:2',
      'log group: /aws/lambda/orders-api /aws/lambda/orders-mailer',
      'alarm: api-errors',
      'image: repo@sha256:abc',
      expect.stringMatching(/^anything else, such as: .*S3 objects.*journal/),
    ]);
  });

  it('is told as it goes, one event a thing', async () => {
    const set = await setUpAll();
    await run(set);
    const done = set.estate.events.slice(1) as EventOf<'destroy.done'>[];
    expect(named(done)).toEqual([...everything, 'layer orders-deps']);
    expect(done.every(({ type, ok }) => type === 'destroy.done' && ok)).toBe(true);
  });

  it('keeps its layers and the other functions when functions are named', async () => {
    const set = await setUpAll();
    await run(set, { named: ['mailer'] });
    expect(set.estate.removed).toEqual(['alias orders-mailer:live', 'function orders-mailer']);
    expect(planned(set)?.stays.some(({ what }) => what === 'layer')).toBe(false);
  });
});

describe('what is not there', () => {
  it('is listed as absent and is no error', async () => {
    const functions = [spec('api', { role: roleSpec('orders-api-role') }), spec('mailer')];
    const set = setUp({ layers: [layer('deps')] }, functions);
    await set.estate.lose('orders-api', 'orders-api-role');
    await set.estate.fakes.aliases.remove(aliasOf('orders-mailer'));
    expect(await run(set)).toEqual({ exitCode: 0, problems: [] });
    expect(named(planned(set)?.absent)).toEqual([
      'function orders-api',
      'alias orders-mailer:live',
      'role orders-api-role',
      'layer orders-deps',
    ]);
    expect(set.estate.removed).toEqual(['function orders-mailer']);
  });

  it('asks nobody when there is nothing at all', async () => {
    const set = setUp();
    await set.estate.lose('orders-api', 'orders-mailer');
    const typed = () => Promise.reject(new Error('asked'));
    expect(await run(set, { consent: { yes: false, confirm: null, typed } })).toEqual({
      exitCode: 0,
      problems: [],
    });
    expect(planned(set)).toMatchObject({ goes: [], stays: [] });
  });
});

describe('a function of somebody else', () => {
  it.each([
    [
      'without tags of shipit',
      { team: 'blue' },
      'api: orders-api belongs to nobody: it has no tag of shipit',
    ],
    ['of another project', { 'shipit:project': 'billing' }, 'api: orders-api belongs to project billing'],
    [
      'of another stage',
      { 'shipit:project': 'orders', 'shipit:stage': 'prod' },
      'api: orders-api belongs to project orders, stage prod',
    ],
    [
      'whose tags may not be read',
      null,
      'api: the tags of orders-api may not be read, so nobody can say whose it is',
    ],
  ])('%s is refused, and nothing else goes either', async (_whose, tags, problem) => {
    const set = setUp({ stage: dev });
    set.estate.put('orders-api', tags);
    const error = await refusal(run(set));
    expect(error).toMatchObject({
      code: 'refused',
      problems: [problem],
      hint: expect.stringContaining('--force'),
    });
    expect(set.estate.removed).toEqual([]);
  });

  it('goes with --force, and the list says whose it is', async () => {
    const set = setUp();
    set.estate.put('orders-api', { 'shipit:project': 'billing' });
    expect(await run(set, { force: true })).toMatchObject({ exitCode: 0 });
    expect(planned(set)?.goes[1]?.about).toMatch(/; by force: it belongs to project billing$/);
    expect(['orders-api', 'orders-mailer'].filter((name) => set.estate.isThere(name))).toEqual([]);
  });
});

describe('a function with manage: release', () => {
  const functions = [spec('api', { manage: 'release' }), spec('mailer')];

  it('stays when the whole project goes, even with --force', async () => {
    const set = setUp({}, functions);
    expect(await run(set, { force: true })).toMatchObject({ exitCode: 0 });
    expect(set.estate.removed).toEqual(['alias orders-mailer:live', 'function orders-mailer']);
    expect(planned(set)?.stays[0]).toMatchObject({ what: 'function', names: ['orders-api'] });
  });

  it('is refused when it is named, even with --force', async () => {
    const set = setUp({}, functions);
    const error = await refusal(run(set, { named: ['api', 'mailer'], force: true }));
    expect(error.problems).toEqual([
      'api: orders-api is released here and made elsewhere (manage: release): remove it with what made it',
    ]);
    expect(set.estate.removed).toEqual([]);
  });
});

describe('a rollout under way', () => {
  it('is refused, even with --force, and rollback is named', async () => {
    const set = setUp();
    set.estate.point('orders-api', movingRecord());
    const error = await refusal(run(set, { force: true }));
    expect(error).toMatchObject({ code: 'owned', hint: expect.stringContaining('Nothing was removed') });
    expect(error.message).toMatch(
      /^orders-api:live: ann@laptop rolls out release \w{6}, begun 1m ago.*`shipit rollback --stage prod`$/,
    );
    expect(set.estate.removed).toEqual([]);
  });

  it('may stand in a record that only a newer shipit can read, so that is refused too', async () => {
    const set = setUp();
    set.estate.point('orders-api', 'shipit/2 whatever');
    expect(await refusal(run(set))).toMatchObject({ code: 'newerRecord' });
  });

  it('that began after the list was made keeps its function and the role, and the others go', async () => {
    const role = roleSpec('orders-api-role');
    const set = setUp({}, [spec('api', { role }), spec('mailer')]);
    const typed = async () => {
      set.estate.point('orders-api', movingRecord());
      return true;
    };
    const ended = await run(set, { consent: { yes: false, confirm: null, typed } });
    expect(ended).toEqual({
      exitCode: 7,
      problems: [
        'alias orders-api:live is still there: somebody wrote orders-api:live after the list was made',
        'function orders-api is still there: somebody wrote orders-api:live after the list was made',
        'role orders-api-role is still there: orders-api is still there and uses it',
        '2 of 5 things are gone; run the command again for the others',
      ],
    });
    expect(set.estate.removed).toEqual(['alias orders-mailer:live', 'function orders-mailer']);
  });
});

describe('another alias than the one of the project file', () => {
  const beta = { functionName: 'orders-api', alias: 'beta' };
  const alpha = { functionName: 'orders-api', alias: 'alpha' };
  const setUpTwo = () => {
    const set = setUp();
    set.estate.pointAt(beta, '');
    set.estate.pointAt(alpha, '');
    return set;
  };
  const during = (act: () => void): Consent => ({
    yes: false,
    confirm: null,
    typed: async () => {
      act();
      return true;
    },
  });

  it('is listed and goes too, behind it and before the function', async () => {
    const set = setUpTwo();
    expect(await run(set)).toEqual({ exitCode: 0, problems: [] });
    const things = [
      'alias orders-api:live',
      'alias orders-api:alpha',
      'alias orders-api:beta',
      'function orders-api',
      'alias orders-mailer:live',
      'function orders-mailer',
    ];
    expect(named(planned(set)?.goes)).toEqual(things);
    expect(planned(set)?.goes[1]?.about).toBe('serves version 3, never moved by shipit');
    expect(set.estate.removed).toEqual(things);
  });

  it('is listed also when the own one is not there', async () => {
    const set = setUpTwo();
    await set.estate.fakes.aliases.remove(aliasOf('orders-api'));
    await run(set, { named: ['api'] });
    expect(named(planned(set)?.absent)).toEqual(['alias orders-api:live']);
    expect(set.estate.removed).toEqual([
      'alias orders-api:alpha',
      'alias orders-api:beta',
      'function orders-api',
    ]);
  });

  it('with a rollout on it is refused, even with --force, and rollback is named with its alias', async () => {
    const set = setUpTwo();
    set.estate.pointAt(beta, movingRecord());
    const error = await refusal(run(set, { force: true }));
    expect(error).toMatchObject({ code: 'owned', problems: [error.message] });
    expect(error.message).toMatch(
      /^orders-api:beta: ann@laptop rolls out .*`shipit rollback --stage prod --alias beta`$/,
    );
    expect(set.estate.removed).toEqual([]);
  });

  it('with a record that only a newer shipit can read is refused', async () => {
    const set = setUpTwo();
    set.estate.pointAt(beta, 'shipit/2 whatever');
    const error = await refusal(run(set, { force: true }));
    expect(error).toMatchObject({
      code: 'newerRecord',
      message: expect.stringMatching(/^orders-api:beta: /),
    });
    expect(set.estate.removed).toEqual([]);
  });

  it('that may not be listed is refused, since nobody can say what goes', async () => {
    const set = setUpTwo();
    set.estate.fakes.aliases.failNext('list', denied, 'before');
    expect(await refusal(run(set, { force: true }))).toBe(denied);
    expect(set.estate.removed).toEqual([]);
  });

  it.each([
    ['moved', 'beta'],
    ['made', 'gamma'],
  ])(
    'that somebody %s after the list was made keeps the function with all of its aliases',
    async (_, alias) => {
      const set = setUpTwo();
      const consent = during(() => set.estate.pointAt({ ...beta, alias }, movingRecord()));
      const ended = await run(set, { consent, force: true });
      const because = `somebody wrote orders-api:${alias} after the list was made`;
      expect(ended).toEqual({
        exitCode: 7,
        problems: [
          `alias orders-api:live is still there: ${because}`,
          `alias orders-api:alpha is still there: ${because}`,
          `alias orders-api:beta is still there: ${because}`,
          `function orders-api is still there: ${because}`,
          '2 of 6 things are gone; run the command again for the others',
        ],
      });
      expect(set.estate.removed).toEqual(['alias orders-mailer:live', 'function orders-mailer']);
    },
  );

  it('that somebody moves while the others go keeps the function all the same', async () => {
    const set = setUpTwo();
    set.estate.before = (what) => {
      if (what === 'alias orders-api:alpha') set.estate.pointAt(beta, movingRecord());
    };
    expect(await run(set)).toMatchObject({ exitCode: 7 });
    expect(set.estate.isThere('orders-api')).toBe(true);
    expect(set.estate.fakes.aliases.peek(beta)).not.toBeNull();
  });

  it('that somebody removed after the list was made is no error', async () => {
    const set = setUpTwo();
    const consent = during(() => void set.estate.fakes.aliases.remove(beta));
    expect(await run(set, { consent })).toEqual({ exitCode: 0, problems: [] });
  });
});

describe('a layer', () => {
  const uses = { config: { layers: ['layer:deps'] } };
  const setUpLayers = async () => {
    const functions = [spec('api', uses), spec('mailer')];
    const set = setUp({ layers: [layer('deps'), layer('fonts')] }, functions);
    for (const name of ['orders-deps', 'orders-fonts']) await set.estate.putLayer(name, ['shipit 1']);
    return set;
  };

  it('stays with a function that uses it and could not be removed; one that nobody uses goes', async () => {
    const set = await setUpLayers();
    set.estate.refuses.set('function orders-api', denied);
    expect(await run(set)).toEqual({
      exitCode: 7,
      problems: [
        'function orders-api is still there: AWS says accessDenied',
        'layer orders-deps is still there: orders-api is still there and uses it',
        '4 of 6 things are gone; run the command again for the others',
      ],
    });
    expect(set.estate.removed.filter((what) => what.startsWith('layer'))).toEqual(['layer orders-fonts:1']);
  });

  it('goes when the function went', async () => {
    const set = await setUpLayers();
    expect(await run(set)).toEqual({ exitCode: 0, problems: [] });
    expect(set.estate.removed.slice(-2)).toEqual(['layer orders-deps:1', 'layer orders-fonts:1']);
  });
});

describe('a role', () => {
  it('that shipit did not make stays, even with --force', async () => {
    const set = setUp({}, [spec('api', { role: roleSpec('orders-api-role') })]);
    set.estate.putRole('orders-api-role', {});
    await run(set, { force: true });
    expect(set.estate.removed).toEqual(['alias orders-api:live', 'function orders-api']);
    expect(planned(set)?.stays[0]).toMatchObject({
      what: 'role',
      names: ['orders-api-role'],
      because: 'it belongs to nobody: it has no tag of shipit',
    });
  });

  it('that was left behind by an earlier try goes', async () => {
    const set = setUp({}, [spec('api', { role: roleSpec('orders-api-role') })]);
    await set.estate.lose('orders-api');
    await run(set);
    expect(set.estate.removed).toEqual(['role orders-api-role']);
  });
});

describe('somebody has to agree', () => {
  const asking = (answer: boolean) => {
    const asked: string[] = [];
    const typed = async (_question: string, expected: string) => {
      asked.push(expected);
      return answer;
    };
    return { asked, consent: { yes: false, confirm: null, typed } };
  };

  it('by typing the name of the project', async () => {
    const set = setUp();
    const { asked, consent } = asking(true);
    expect(await run(set, { consent })).toMatchObject({ exitCode: 0 });
    expect(asked).toEqual(['orders']);
  });

  it('by typing the stage too, which is enough for a protected one', async () => {
    const set = setUp({ stage: prod });
    const { asked, consent } = asking(true);
    expect(await run(set, { consent })).toMatchObject({ exitCode: 0 });
    expect(asked).toEqual(['orders/prod']);
  });

  it('and nothing goes when something else was typed', async () => {
    const set = setUp();
    const error = await refusal(run(set, asking(false)));
    expect(error).toMatchObject({ code: 'needsYes', message: 'nothing was removed: orders was not typed' });
    expect(set.estate.removed).toEqual([]);
  });

  it('by --yes where there is no terminal; without it the list is shown and the flag is named', async () => {
    const set = setUp();
    const error = await refusal(run(set, { consent: { ...yes, yes: false } }));
    expect(error).toMatchObject({ code: 'needsYes', hint: 'Repeat the command with --yes.' });
    expect(planned(set)?.goes).toHaveLength(4);
    expect(set.estate.removed).toEqual([]);
  });

  it('by --yes and --confirm on a protected stage', async () => {
    const set = setUp({ stage: prod });
    const error = await refusal(run(set));
    expect(error).toMatchObject({ code: 'needsYes', hint: 'Repeat the command with --yes --confirm prod.' });
    expect(set.estate.removed).toEqual([]);
    expect(await run(set, { consent: { ...yes, confirm: 'prod' } })).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['another stage', { stage: dev }, '--confirm prod: the stage is dev'],
    ['a stage where none was chosen', {}, '--confirm prod: no stage was chosen'],
  ])('and not by naming %s', async (_what, change, message) => {
    const set = setUp(change);
    expect(await refusal(run(set, { consent: { ...yes, confirm: 'prod' } }))).toMatchObject({
      code: 'badFlag',
      message,
    });
    expect(set.estate.events).toEqual([]);
  });
});

describe('the wrong account', () => {
  it('is refused before anything is looked at', async () => {
    const place = { region: null, account: '999999999999', profile: null, assumeRole: null };
    const set = setUp({ place });
    expect((await refusal(run(set))).message).toMatch(
      /for account 999999999999, but .* calls for account 123456789012$/,
    );
    expect(set.estate.events).toEqual([]);
  });
});

describe('what AWS refuses to remove', () => {
  it('is named at the end, exit 7, and does not hold up the others', async () => {
    const set = setUp();
    set.estate.refuses.set('function orders-api', denied);
    expect(await run(set)).toEqual({
      exitCode: 7,
      problems: [
        'function orders-api is still there: AWS says accessDenied',
        '3 of 4 things are gone; run the command again for the others',
      ],
    });
    expect(set.estate.events).toContainEqual(
      expect.objectContaining({
        type: 'destroy.done',
        name: 'orders-api',
        ok: false,
        because: denied.message,
      }),
    );
    expect(['orders-api', 'orders-mailer'].filter((name) => set.estate.isThere(name))).toEqual([
      'orders-api',
    ]);
  });

  it('goes the next time, when what is gone already is no error', async () => {
    const set = setUp();
    set.estate.refuses.set('function orders-api', denied);
    await run(set);
    set.estate.refuses.clear();
    expect(await run(set)).toEqual({ exitCode: 0, problems: [] });
  });

  it('is not counted when it was an alias whose function went', async () => {
    const set = setUp();
    set.estate.refuses.set('alias orders-api:live', denied);
    expect(await run(set)).toEqual({ exitCode: 0, problems: [] });
  });

  it('does not hide a bug', async () => {
    const set = setUp();
    set.estate.before = () => {
      throw new TypeError('x is undefined');
    };
    await expect(run(set)).rejects.toThrow(TypeError);
  });
});

describe('Ctrl-C', () => {
  it('between two things stops before the next, exit 130, and says what is left', async () => {
    const set = setUp();
    const stop = new AbortController();
    set.estate.before = (what) => {
      if (what === 'function orders-api') stop.abort();
    };
    expect(await run(set, { stop })).toEqual({
      exitCode: 130,
      problems: [
        'alias orders-mailer:live is still there: stopped before its turn',
        'function orders-mailer is still there: stopped before its turn',
        '2 of 4 things are gone; run the command again for the others',
      ],
    });
    expect(set.estate.removed).toEqual(['alias orders-api:live', 'function orders-api']);
  });

  it('at the question removes nothing, exit 130', async () => {
    const set = setUp();
    const stop = new AbortController();
    const typed = async () => {
      stop.abort();
      return false;
    };
    const ended = await run(set, { stop, consent: { yes: false, confirm: null, typed } });
    expect(ended).toMatchObject({ exitCode: 130 });
    expect(set.estate.removed).toEqual([]);
  });
});
