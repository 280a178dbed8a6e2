import { Duration } from '../../src/core/values';
import { approvalOf, filesAt } from '../forms';
import { minimal, problemsIn, readText } from './example';

const inFunction = (text: string) => problemsIn(minimal(`    ${text}\n`));

describe('the code of a function', () => {
  it.each([
    ['../dist', '"../dist" leaves the folder of the project file'],
    ['dist/../../x', '"dist/../../x" leaves the folder of the project file'],
    ['/dist', '"/dist" is an absolute path'],
    ['C:/dist', '"C:/dist" is an absolute path'],
    ['dist\\api', '"dist\\\\api" contains a backslash; folders are separated by `/`'],
    ['"dist\\napi"', '"dist\\napi" contains a tab or a line end'],
  ])('stays inside the project: %s', async (code, what) => {
    expect(await problemsIn(`project: p\nfunctions:\n  api:\n    code: ${code}\n`)).toEqual([
      `lambda.config.yaml:4:11  functions.api.code: ${what}  (name a path below the project file)`,
    ]);
  });

  it('is named by the function or by the defaults', async () => {
    expect(await problemsIn('project: p\nfunctions:\n  api: { handler: a.b }\n')).toEqual([
      'lambda.config.yaml:3:3  functions.api: `code` is missing  (name a folder or a .zip file, or give it an `image`)',
    ]);
    const shared = await readText(
      'project: p\ndefaults: { code: dist }\nfunctions:\n  api: { handler: a.b }\n',
    );
    expect(shared.functions[0]?.code).toEqual(filesAt('/p/dist'));
  });

  it('and the seed stay inside the project', async () => {
    expect(await problemsIn(minimal('', 'local: { seed: ../local.yaml }\n'))).toEqual([
      'lambda.config.yaml:5:16  local.seed: "../local.yaml" leaves the folder of the project file  (name a path below the project file)',
    ]);
  });
});

describe('the environment', () => {
  it('holds no name that Lambda sets itself', async () => {
    expect(
      await inFunction('environment: { AWS_REGION: x, AWS_SESSION_TOKEN: y, AWS_LAMBDA_EXEC_WRAPPER: z }'),
    ).toEqual([
      'lambda.config.yaml:5:20  functions.api.environment.AWS_REGION: `AWS_REGION` is set by Lambda itself  (delete it, or choose another name)',
      'lambda.config.yaml:5:35  functions.api.environment.AWS_SESSION_TOKEN: `AWS_SESSION_TOKEN` is set by Lambda itself  (delete it, or choose another name)',
    ]);
  });

  it.each(['A', '1A', 'A-B', '"A B"', '_HANDLER', 'Ä1'])('holds no variable called %s', async (name) => {
    expect(await inFunction(`environment: { ${name}: x }`)).toEqual([
      `lambda.config.yaml:5:20  functions.api.environment: \`${name.replaceAll('"', '')}\` is not a name for a variable: a letter, then letters, digits and \`_\`, at least two characters`,
    ]);
  });

  it('is measured with the defaults, in bytes, and holds 4 KB', async () => {
    const text = (length: number) =>
      minimal(
        `    environment: { BB: "${'ä'.repeat(10)}" }\n`,
        `defaults: { environment: { AA: ${'x'.repeat(length)} } }\n`,
      );
    const around = '{"AA":"","BB":""}'.length + 20;
    expect(await problemsIn(text(4096 - around))).toEqual([]);
    expect(await problemsIn(text(4097 - around))).toEqual([
      'lambda.config.yaml:5:18  functions.api.environment: 4097 bytes; Lambda takes 4096 for all variables together  (keep large values in Parameter Store or in a file of the artifact)',
    ]);
  });
});

describe('two functions', () => {
  const two = (first: string, second: string) =>
    `project: p\nfunctions:\n  a: { ${first} }\n  b: { ${second} }\n`;

  it('are not the same Lambda function, whatever their aliases', async () => {
    expect(await problemsIn(two('code: x, name: same', 'code: y, name: same'))).toEqual([
      'lambda.config.yaml:4:3  functions.b: `a` already is Lambda function `same`  (give one of them another `name`)',
    ]);
    expect(await problemsIn(two('code: x', 'code: y, name: p-a'))).toHaveLength(1);
    expect(await problemsIn(two('code: x, name: s', 'code: y, name: s, alias: beta'))).toHaveLength(1);
  });

  it('have names that AWS takes, also when project and key make them', async () => {
    const key = 'k'.repeat(60);
    expect(await problemsIn(`project: orders\nfunctions:\n  ${key}: { code: x }\n`)).toEqual([
      `lambda.config.yaml:3:3  functions.${key}: the Lambda name \`orders-${key}\` has 67 characters; AWS takes 64  (give it a shorter \`name\`)`,
    ]);
  });
});

describe('a rollout', () => {
  const steps = (...weights: string[]) =>
    minimal(
      '',
      `rollouts: { r: { steps: [${weights.map((weight) => `{ weight: ${weight} }`).join(', ')}] } }\n`,
    );

  it.each([
    [['25%', '10%'], 'does not rise; the step before has `25%`'],
    [['25%', '25%'], 'does not rise; the step before has `25%`'],
    [['1%', '25%', '24.9%'], 'does not rise; the step before has `25%`'],
  ])('has weights that rise: %j', async (weights, what) => {
    const problems = await problemsIn(steps(...weights));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(
      `rollouts.r, step ${weights.length} (${weights.at(-1)}), weight: \`${weights.at(-1)}\` ${what}`,
    );
  });

  it.each([
    ['canary: 10%, approval: true', approvalOf(Duration.of(86_400_000), 'rollback')],
    [
      'canary: 10%, approval: { expires: 1h30m, then: continue }',
      approvalOf(Duration.of(5_400_000), 'continue'),
    ],
    ['canary: 10%, approval: {}', approvalOf(Duration.of(86_400_000), 'rollback')],
    ['canary: 10%, approval: false', null],
    ['canary: 10%', null],
  ])('waits for a person where it says so: %s', async (rollout, approval) => {
    const { rollouts } = await readText(minimal('', `rollouts: { r: { ${rollout} } }\n`));
    expect(rollouts.r).toMatchObject({ approval });
    const steps = rollout.replace('canary: 10%', 'steps: [{ weight: 10%').concat(' }]');
    const stepped = await readText(minimal('', `rollouts: { r: { ${steps} } }\n`));
    expect(stepped.rollouts.r).toMatchObject({ steps: [{ weight: 10, approval }] });
  });

  it('says of each step which alarms veto and what is asked', async () => {
    const step = '{ weight: 99.9%, bake: 1m, alarms: [burn], hooks: [{ run: [x] }] }';
    const { rollouts } = await readText(
      minimal('', `rollouts: { r: { steps: [{ weight: 0.1% }, ${step}] } }\n`),
    );
    expect(rollouts.r).toMatchObject({
      steps: [
        { weight: 0.1, bake: null, alarms: [], hooks: [], approval: null },
        { weight: 99.9, bake: 60_000, alarms: ['burn'], hooks: [{ name: 'run x' }], approval: null },
      ],
    });
  });

  it.each([
    ['weight: 25.55%', ', weight: `25.55%` has more than one decimal  (write it like `10%` or `0.5%`)'],
    ['weight: 101%', ', weight: `101%` is more than 100%  (write it like `10%` or `0.5%`)'],
    ['weight: 25%, bake: 5', ' (25%), bake: `5` has no unit  (write `5s` for seconds, `5m` for minutes)'],
    ['weight: 25%, bakes: 5m', ' (25%): unknown key `bakes`  (did you mean `bake`?)'],
    [
      'weight: 25%, alarms: [x, x]',
      ' (25%), alarms: a list of 2 is not a list of names of alarms, each named once',
    ],
    [
      'weight: 25%, alarms: [{ create: [errors] }]',
      ' (25%), alarms.0: a map is not the name of an alarm, 1 to 255 characters',
    ],
    [
      'weight: 25%, hooks: [{ run: x }]',
      ' (25%), hooks.0.run: `x` is not a list of words  (write `[x]`; no shell reads it)',
    ],
    [
      'weight: 25%, hooks: [{ invoke: x, timeout: 0s }]',
      ' (25%), hooks.0.timeout: `0s` leaves no time to answer  (write a longer time)',
    ],
    [
      'weight: 25%, hooks: [{ http: "http://169.254.169.254" }]',
      ' (25%), hooks.0.http: is link-local: only the machine itself may ask there  (name another host)',
    ],
    [
      'weight: 25%, approval: { expires: 0s }',
      ' (25%), approval.expires: `0s` leaves nobody the time to approve  (write a longer time)',
    ],
    [
      'weight: 25%, approval: { expires: 4 }',
      ' (25%), approval.expires: `4` has no unit  (write `4s` for seconds, `4m` for minutes)',
    ],
    [
      'weight: 25%, approval: { expire: 4h }',
      ' (25%), approval: unknown key `expire`  (did you mean `expires`?)',
    ],
    [
      'weight: 25%, approval: { then: promote }',
      ' (25%), approval.then: `promote` is not rollback or continue  (known: rollback, continue)',
    ],
    ['weight: 25%, approval: 5', ' (25%), approval: `5` is not true, or a map of `expires` and `then`'],
    ['weight: 25%, approval: yes', ' (25%), approval: `yes` is not true, or a map of `expires` and `then`'],
  ])('is refused with the number and the weight of the step: %s', async (step, problem) => {
    const line = `rollouts: { r: { steps: [{ weight: 1% }, { ${step} }] } }\n`;
    const names = ['rollouts.r', 'stages.prod.rollouts.r'];
    const found = [
      await problemsIn(minimal('', line)),
      await problemsIn(minimal('', `stages: { prod: { ${line.trim()} } }\n`)),
    ];
    expect(found.map((problems) => problems.map((one) => one.replace(/^\S+ +/, '')))).toEqual(
      names.map((name) => [`${name}, step 2${problem}`]),
    );
  });

  it('tries sample events only where some function has any', async () => {
    const line = 'rollouts: { r: { steps: [{ weight: 1%, hooks: [{ smoke: testEvents }] }] } }\n';
    expect(await problemsIn(minimal('    testEvents: events/api/*.json\n', line))).toEqual([]);
    expect(await problemsIn(minimal('', line))).toEqual([
      'lambda.config.yaml:5:57  rollouts.r, step 1 (1%), hooks.0.smoke: no function has `testEvents` to be tried with  (add `testEvents: events/*.json` to a function)',
    ]);
  });

  it('that is a canary has its approval checked too', async () => {
    const line = 'rollouts: { r: { canary: 10%, approval: { expires: 0m } } }\n';
    expect(await problemsIn(minimal('', line))).toEqual([
      expect.stringMatching(/ {2}rollouts\.r\.approval\.expires: `0m` leaves nobody the time to approve/),
    ]);
    const linear = 'rollouts: { r: { linear: 10%, every: 1m, approval: true } }\n';
    expect(await problemsIn(minimal('', linear))).toEqual([
      expect.stringMatching(/ {2}rollouts\.r: unknown key `approval` {2}\(known: linear, every, bakeAfter\)/),
    ]);
  });

  it('may have 100 of them', async () => {
    const weights = Array.from({ length: 100 }, (_, index) => `${((index + 1) / 10).toFixed(1)}%`);
    expect(await problemsIn(steps(...weights))).toEqual([]);
  });

  it.each([
    ['{ canary: 10%, bake: 0s }', '.bake'],
    ['{ linear: 10%, every: 0m }', '.every'],
    ['{ steps: [{ weight: 1%, bake: 0s }] }', ', step 1 (1%), bake'],
  ])('leaves time to watch: %s', async (rollout, path) => {
    const problems = await problemsIn(minimal('', `rollouts: { r: ${rollout} }\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`rollouts.r${path}: `);
    expect(problems[0]).toContain('leaves no time to watch');
  });

  it('is not called like a word of CodeDeploy', async () => {
    expect(await problemsIn(minimal('', 'rollouts: { AllAtOnce: { canary: 10% } }\n'))).toEqual([
      'lambda.config.yaml:5:13  rollouts.AllAtOnce: `AllAtOnce` is a word of CodeDeploy and means something already  (choose another name)',
    ]);
  });

  it('is known by every place that names it', async () => {
    const text = minimal(
      '    rollout: toString\n',
      'rollout: Canary10Percent5Minute\ndefaults: { rollout: x }\n',
    );
    expect(await problemsIn(text)).toEqual([
      expect.stringMatching(
        /:5:14 {2}functions\.api\.rollout: there is no rollout `toString` {2}\(known: Canary10/,
      ),
      'lambda.config.yaml:6:10  rollout: there is no rollout `Canary10Percent5Minute`  (did you mean `Canary10Percent5Minutes`?)',
      expect.stringMatching(/:7:22 {2}defaults\.rollout: there is no rollout `x`/),
    ]);
  });

  it('that is wrong itself is not reported as missing too', async () => {
    const text = minimal('    rollout: r\n', 'rollouts: { r: { canary: 0% } }\n');
    expect(await problemsIn(text)).toHaveLength(1);
  });
});

describe('more problems than anybody reads', () => {
  const many = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => `  ${line(index)}\n`).join('');

  it.each([
    ['unknown keys', many(1500, (index) => `f${index}: { code: x, y${index}: 1 }`)],
    ['paths that leave the project', many(1500, (index) => `f${index}: { code: ../${index} }`)],
    ['functions of one name', many(1500, (index) => `f${index}: { code: x, name: same }`)],
    ['rollouts that are not there', many(1500, (index) => `f${index}: { code: x, rollout: r${index} }`)],
    ['roles of one name', many(1500, (index) => `f${index}: { code: x, role: { name: same } }`)],
    ['broken references', many(1500, (index) => `f${index}: { code: "\${x:${index}}" }`)],
  ])('are not all looked for: %s', async (_what, functions) => {
    const problems = await problemsIn(`project: p\nfunctions:\n${functions}`);
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)).toMatch(/^lambda\.config\.yaml {2}and at least \d\d more problems$/);
  });

  it('in one stage are enough for all of them', async () => {
    const functions = many(90, (index) => `f${index}: { code: ../x }`);
    const stages = many(100, (index) => `s${index}: { functions: { f0: { code: "../s${index}" } } }`);
    const problems = await problemsIn(`project: p\nfunctions:\n${functions}stages:\n${stages}`);
    expect(problems.filter((line) => line.includes('functions.f1.code'))).toHaveLength(1);
    expect(problems.some((line) => line.includes('stages.s99'))).toBe(false);
  });

  it('are those of functions times stages, of which there are at most 10,000', async () => {
    const functions = many(200, (index) => `f${index}: { code: x }`);
    const stages = (count: number) => `stages:\n${many(count, (index) => `s${index}: { functions: {} }`)}`;
    expect(await problemsIn(`project: p\nfunctions:\n${functions}${stages(49)}`)).toEqual([]);
    expect(await problemsIn(`project: p\nfunctions:\n${functions}${stages(50)}`)).toEqual([
      'lambda.config.yaml:203:1  stages: 10200 functions in all stages together  (a project has at most 10000)',
    ]);
    const own = many(1, () => 's: { functions: { f0: {}, g: { code: x } } }');
    expect(await problemsIn(`project: p\nfunctions:\n${functions}stages:\n${own}`)).toEqual([]);
  });
});

describe('500 functions', () => {
  it('with one anchor and three stages are a project', async () => {
    const functions = Array.from(
      { length: 500 },
      (_, index) => `  f${index}: { code: dist/f${index}, environment: *env, alarms: [errors-${index}] }\n`,
    ).join('');
    const text = `project: p\ndefaults: { environment: &env { TABLE: orders, STAGE: prod } }\nfunctions:\n${functions}stages: { dev: {}, test: {}, prod: { defaults: { memorySize: 512 } } }\n`;
    const project = await readText(text);
    expect(project.functions).toHaveLength(500);
    expect(project.functions[499]?.config.environment).toEqual({ TABLE: 'orders', STAGE: 'prod' });
  });
});

describe('a file of comments alone', () => {
  it('is refused as what it is', async () => {
    expect(await problemsIn('# nothing\n# yet\n')).toEqual([
      'lambda.config.yaml:1:1  nothing (null) is not a map of `project` and `functions`',
    ]);
  });
});
