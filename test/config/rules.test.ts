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
      'lambda.config.yaml:3:3  functions.api: `code` is missing  (name a folder or a .zip file)',
    ]);
    const shared = await readText(
      'project: p\ndefaults: { code: dist }\nfunctions:\n  api: { handler: a.b }\n',
    );
    expect(shared.functions[0]?.code).toBe('/p/dist');
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

  it('are not the same alias of the same Lambda function', async () => {
    expect(await problemsIn(two('code: x, name: same', 'code: y, name: same'))).toEqual([
      'lambda.config.yaml:4:3  functions.b: `a` already is Lambda function `same` with alias `live`  (give one of them another `name`)',
    ]);
    expect(await problemsIn(two('code: x', 'code: y, name: p-a'))).toHaveLength(1);
  });

  it('may be two aliases of one Lambda function', async () => {
    expect(
      await problemsIn(two('code: x, name: same, alias: live', 'code: y, name: same, alias: beta')),
    ).toEqual([]);
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
      `rollouts.r.steps.${weights.length - 1}.weight: \`${weights.at(-1)}\` ${what}`,
    );
  });

  it('may have 100 of them', async () => {
    const weights = Array.from({ length: 100 }, (_, index) => `${((index + 1) / 10).toFixed(1)}%`);
    expect(await problemsIn(steps(...weights))).toEqual([]);
  });

  it.each([
    ['{ canary: 10%, bake: 0s }', 'bake'],
    ['{ linear: 10%, every: 0m }', 'every'],
    ['{ steps: [{ weight: 1%, bake: 0s }] }', 'steps.0.bake'],
  ])('leaves time to watch: %s', async (rollout, path) => {
    const problems = await problemsIn(minimal('', `rollouts: { r: ${rollout} }\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`rollouts.r.${path}: `);
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
