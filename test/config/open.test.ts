import { Secret } from '../../src/core/secret';
import { FakeLookups } from '../fakes/lookups';
import { FakeIdentity } from '../fakes/watch';
import { filesAt } from '../forms';
import { filesOf, minimal, openFrom, refusalOf } from './example';

const role = 'arn:aws:iam::111111111111:role/orders';

/** A project and what AWS knows. */
function scene(text: string, env: { [name: string]: string } = {}) {
  const lookups = new FakeLookups();
  const identity = new FakeIdentity();
  const open = () => openFrom(filesOf({ '/p/lambda.config.yaml': text }), { cwd: '/p', env });
  return { lookups, identity, open, finish: async () => (await open()).finish({ lookups, identity }) };
}

describe('a project', () => {
  it('is finished with what AWS answers, each question put once', async () => {
    const { lookups, identity, open } = scene(
      minimal(
        '    role: "${ssm:/orders/role}"\n    environment: { KEY: "x-${secret:db#password}", OLD: "${ssm:/orders/role}", WHO: "${account}" }\n',
      ),
    );
    lookups.parameters.set('/orders/role', { value: role, secret: false });
    lookups.secrets.set('db', '{"password":"hunter2"}');
    const opened = await open();
    expect(lookups.did).toEqual([]);
    const project = await opened.finish({ lookups, identity });
    await opened.explain({ lookups, identity });
    const { environment } = project.functions[0]?.config ?? {};
    expect(project.functions[0]?.config.role).toBe(role);
    expect(environment).toMatchObject({ OLD: role, WHO: '123456789012', KEY: expect.any(Secret) });
    expect(Secret.reveal(environment?.KEY ?? '')).toBe('x-hunter2');
    expect(project.secrets.map(Secret.reveal).sort()).toEqual(['hunter2', 'x-hunter2']);
    expect(JSON.stringify(project)).not.toContain('hunter2');
    expect(lookups.did).toHaveLength(2);
    expect(identity.did).toHaveLength(1);
  });

  it('asks AWS nothing when it refers to nothing there', async () => {
    const { lookups, identity, finish } = scene(minimal('    environment: { AA: "${project}" }\n'));
    expect((await finish()).functions[0]?.config.environment).toEqual({ AA: 'orders' });
    expect([...lookups.did, ...identity.did]).toEqual([]);
  });

  it('is checked again once everything is known', async () => {
    const text = minimal('    role: "${ssm:/role}"\n    code: "${ssm:/code}"\n').replace(
      '    code: dist/api\n',
      '',
    );
    const { lookups, finish } = scene(text);
    lookups.parameters.set('/role', { value: 'orders', secret: false });
    lookups.parameters.set('/code', { value: '../dist', secret: false });
    expect(await refusalOf(finish())).toEqual([
      expect.stringMatching(/:4:11 {2}functions\.api\.role: `orders` is not the ARN of a role/),
      expect.stringMatching(/:5:11 {2}functions\.api\.code: "\.\.\/dist" leaves the folder/),
    ]);
  });

  it('does not take what a reference led to for another reference', async () => {
    const { lookups, finish } = scene(minimal('    environment: { AA: "${ssm:/a}", BB: "$${stage}" }\n'));
    lookups.parameters.set('/a', { value: '${secret:db}', secret: false });
    expect((await finish()).functions[0]?.config.environment).toEqual({ AA: '${secret:db}', BB: '${stage}' });
  });

  it('says at once everything that is missing, with its place', async () => {
    const { finish } = scene(minimal('    environment: { AA: "${ssm:/a}", BB: "${cfn:Net.Vpc}" }\n'));
    expect(await refusalOf(finish())).toEqual([
      expect.stringMatching(/:5:25 {2}\$\{ssm:\/a\}: there is no parameter \/a/),
      expect.stringMatching(/:5:42 {2}\$\{cfn:Net\.Vpc\}: there is no stack Net with an output Vpc/),
    ]);
  });

  it('refuses a number or a map by reference before it asks anybody', async () => {
    const { open } = scene(minimal('    memorySize: "${ssm:/memory}"\n    vpc: "${ssm:/vpc}"\n'));
    expect(await refusalOf(open())).toHaveLength(2);
  });
});

describe('without AWS', () => {
  it('what only AWS can answer stays as it is written, and the rest is checked', async () => {
    const text = `${minimal('    environment: { KEY: "${secret:db}", TABLE: "${project}-t" }\n    timeout: "${ssm:/t}"\n    role: "${ssm:/role}"\n')}rollouts:
  known: { canary: 10% }
  unknown: { canary: "\${ssm:/share}" }
  word: "\${ssm:/word}"
layers:
  one: { code: "\${ssm:/code}" }
`;
    const project = await (await scene(text).open()).finish(null);
    expect(project.functions[0]?.config).toEqual({ environment: { KEY: '${secret:db}', TABLE: 'orders-t' } });
    expect(Object.keys(project.rollouts)).toEqual(['known']);
    expect(project.layers[0]?.code).toEqual(filesAt('/p/${ssm:/code}'));
    expect(project.secrets).toEqual([]);
  });
});

describe('where a project is released to', () => {
  it('may depend on what this machine knows', async () => {
    const text = minimal(
      '',
      'allowEnv: [TEAM]\nregion: eu-${env:TEAM}-1\naccount: "111111111111"\nprofile: "${env:TEAM}-${region}"\nassumeRole: { arn: "arn:aws:iam::${account}:role/${project}", externalId: "${env:TEAM}" }\n',
    );
    expect((await scene(text, { TEAM: 'west' }).open()).place).toEqual({
      region: 'eu-west-1',
      account: '111111111111',
      profile: 'west-eu-west-1',
      assumeRole: { arn: 'arn:aws:iam::111111111111:role/orders', externalId: 'west' },
    });
  });

  it.each([
    ['region: "${ssm:/region}"', 9, 'region'],
    ['account: "${account}"', 10, 'account'],
    ['profile: "${cfn:A.B}"', 10, 'profile'],
    ['assumeRole: "arn:aws:iam::${account}:role/x"', 13, 'assumeRole'],
    ['assumeRole: { arn: "${tfstate:s3://bucket/key#output.x}" }', 20, 'assumeRole.arn'],
  ])('does not depend on AWS: %s', async (line, column, path) => {
    expect(await refusalOf(scene(minimal('', `${line}\n`)).open())).toEqual([
      `lambda.config.yaml:5:${column}  ${path}: shipit must know it before it can ask AWS for anything  (write it out, or refer to \`env:NAME\`)`,
    ]);
  });

  it('is checked before anybody is asked', async () => {
    const text = minimal('', 'allowEnv: [TEAM]\nregion: "${env:TEAM}"\n');
    expect(await refusalOf(scene(text, { TEAM: 'nowhere' }).open())).toEqual([
      expect.stringMatching(/:6:9 {2}region: `nowhere` is not an AWS region/),
    ]);
  });
});
