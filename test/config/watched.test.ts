import { minimal, problemsIn, readText } from './example';

const first = async (inFunction: string, atEnd = '') => {
  const [api] = (await readText(minimal(inFunction, atEnd))).functions;
  if (!api) throw new Error('there is no function');
  return api;
};

describe('the alarms of a function', () => {
  it('are names, and kinds that shipit makes alarms for', async () => {
    const line =
      '    alarms: [burn, { create: [p99, { errors: 2.5% }] }, other, { create: [{ throttles: 5 }] }]\n';
    expect(await first(line)).toMatchObject({
      alarms: ['burn', 'other'],
      ownAlarms: [
        { kind: 'errors', threshold: 2.5 },
        { kind: 'throttles', threshold: 5 },
        { kind: 'p99', threshold: null },
      ],
      where: {
        'alarms.0': 'lambda.config.yaml:5:14',
        'alarms.1': 'lambda.config.yaml:5:57',
        'ownAlarms.0': 'lambda.config.yaml:5:20',
        'ownAlarms.1': 'lambda.config.yaml:5:64',
        'ownAlarms.2': 'lambda.config.yaml:5:20',
      },
    });
    expect((await first('    alarms: [{ create: [{ p99: 1s500ms }] }]\n')).ownAlarms).toEqual([
      { kind: 'p99', threshold: 1500 },
    ]);
  });

  it('come before those of the project, each with its own place', async () => {
    const project = 'alarms: [burn, all, { create: [{ errors: 9% }, throttles] }]\n';
    const api = await first('    alarms: [burn, { create: [errors] }]\n', project);
    expect(api).toMatchObject({
      alarms: ['burn', 'all'],
      ownAlarms: [
        { kind: 'errors', threshold: null },
        { kind: 'throttles', threshold: null },
      ],
      where: {
        alarms: 'lambda.config.yaml:5:13',
        'alarms.0': 'lambda.config.yaml:5:14',
        'alarms.1': 'lambda.config.yaml:6:16',
        'ownAlarms.0': 'lambda.config.yaml:5:20',
        'ownAlarms.1': 'lambda.config.yaml:6:21',
      },
    });
  });

  it('are those of the project where it has none, or says that it has none of its own', async () => {
    const project = 'alarms: [all]\n';
    for (const own of ['', '    alarms: []\n']) expect((await first(own, project)).alarms).toEqual(['all']);
  });

  it.each([
    ['[x, y, x]', 20, 'alarms.2: `x` is named twice  (name it once)'],
    ['[{ create: [errors, errors] }]', 33, 'alarms.0.create.1: `errors` is named twice  (name it once)'],
    [
      '[{ create: [errors] }, { create: [{ errors: 2% }] }]',
      47,
      'alarms.1.create.0: `errors` is named twice  (name it once)',
    ],
    [
      '[{ create: [{ p99: 0s }] }]',
      32,
      'alarms.0.create.0.p99: no request is that fast  (write a longer time)',
    ],
    [
      '[{ create: [error] }]',
      25,
      'alarms.0.create.0: `error` is not errors, throttles or p99  (did you mean `errors`?)',
    ],
    ['[{ create: [{ erors: 2% }] }]', 27, 'alarms.0.create.0: unknown key `erors`  (did you mean `errors`?)'],
    ['[{ create: [{ errors: 2 }] }]', 35, 'alarms.0.create.0.errors: `2` has no unit  (write `2%`)'],
    [
      '[{ create: [{ errors: 2%, p99: 1s }] }]',
      25,
      'alarms.0.create.0: a map is not a map of one of errors, throttles and p99, such as `{ errors: 2% }`',
    ],
    [
      '[{ create: [{ throttles: 0 }] }]',
      38,
      'alarms.0.create.0.throttles: `0` is not a whole number, 1 or more',
    ],
    [
      '[{ create: [] }]',
      24,
      'alarms.0.create: an empty list is not a list of errors, throttles and p99, each named once',
    ],
    ['[{ creat: [errors] }]', 16, 'alarms.0: unknown key `creat`  (did you mean `create`?)'],
    [
      '[[]]',
      14,
      'alarms.0: an empty list is not the name of an alarm, or a map such as `{ create: [errors, p99] }`',
    ],
  ])('are refused: %s', async (list, column, problem) => {
    expect(await problemsIn(minimal(`    alarms: ${list}\n`))).toEqual([
      `lambda.config.yaml:5:${column}  functions.api.${problem}`,
    ]);
  });

  it('may both stand in a name and be a kind', async () => {
    expect(await problemsIn(minimal('    alarms: [errors, { create: [errors] }]\n'))).toEqual([]);
  });

  it('are refused at the project once, however many functions there are', async () => {
    const text = `project: p\nfunctions: { a: { code: a }, b: { code: b } }\nalarms: [x, x]\n`;
    expect(await problemsIn(text)).toEqual([
      'lambda.config.yaml:3:13  alarms.1: `x` is named twice  (name it once)',
    ]);
  });
});

describe('what is kept for a version', () => {
  it.each([
    ['', null, 5],
    ['    provisionedConcurrency: 10\n    keepVersions: 1\n', 10, 1],
    ['    provisionedConcurrency: null\n    keepVersions: null\n', 0, null],
  ])('is what the file says: %j', async (text, provisionedConcurrency, keepVersions) => {
    expect(await first(text)).toMatchObject({ provisionedConcurrency, keepVersions });
  });

  it.each([
    ['provisionedConcurrency: 0', '`0` is not a whole number, 1 or more, or null'],
    ['keepVersions: 0', '`0` is not a whole number from 1 to 1000, or null'],
    ['keepVersions: 1001', '`1001` is not a whole number from 1 to 1000, or null'],
  ])('is refused: %s', async (line, what) => {
    const [problem] = await problemsIn(minimal(`    ${line}\n`));
    expect(problem).toContain(`functions.api.${line.split(':')[0]}: ${what}`);
  });

  it.each([
    ['reservedConcurrency: 9', 'no more than 9 of reservedConcurrency'],
    ['tenancy: PER_TENANT', 'tenancy'],
    ['snapStart: PublishedVersions', 'snapStart'],
  ])('does not go with %s', async (line, reason) => {
    expect(await problemsIn(minimal(`    provisionedConcurrency: 10\n    ${line}\n`))).toEqual([
      `lambda.config.yaml:5:29  functions.api.provisionedConcurrency: \`api\` has ${reason}, and 10 of provisionedConcurrency do not go with it  (write \`provisionedConcurrency: null\` at this function, or change the other setting)`,
    ]);
    expect(await problemsIn(minimal(`    provisionedConcurrency: null\n    ${line}\n`))).toEqual([]);
  });

  it('may be said of a function whose settings belong to somebody else', async () => {
    const text = '    manage: release\n    provisionedConcurrency: 2\n    keepVersions: 3\n    hooks: {}\n';
    expect(await first(text)).toMatchObject({ provisionedConcurrency: 2, keepVersions: 3 });
  });
});
