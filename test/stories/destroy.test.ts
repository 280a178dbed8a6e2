/** Destroy through the real SDK against a local AWS: what is there afterwards is asked of AWS itself. */

import { GetRoleCommand } from '@aws-sdk/client-iam';
import { GetFunctionCommand, ListLayerVersionsCommand } from '@aws-sdk/client-lambda';
import { createAws } from '../../src/aws/clients';
import type { Project } from '../../src/config/project';
import { zipOfBytes } from '../../src/core/code';
import type { Event } from '../../src/core/events';
import { awsDefaults } from '../../src/core/function';
import type { Ports } from '../../src/core/ports';
import { type Consent, destroy } from '../../src/destroy';
import { createClock } from '../../src/disk/clock';
import { createIds } from '../../src/disk/ids';
import { fakePorts } from '../fakes';
import { nowhere } from '../forms';
import { account, type LocalAws, openLocalAws, region } from '../local/world';
import { zipOf } from '../local/zip';
import { aliasOf, layer, movingRecord, project, roleSpec, spec, tagsOf } from '../release/estate';

const dev = { name: 'dev', protected: false };
const handler = () => zipOf({ name: 'index.js', data: 'exports.handler = async () => 1;' });

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

function portsOf(events: Event[]): Ports {
  const clock = createClock();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const connection = { region, endpoint: aws.served.endpoint, profile: null, assumeRole: null, credentials };
  const options = {
    ...connection,
    webIdentity: null,
    inCi: false,
    warn: () => {},
    requestTimeoutMs: 10_000,
    release: () => null,
    trace: null,
    clock,
    ids: createIds(clock),
  };
  const report = { tell: (event: Event) => events.push(event) };
  return { ...fakePorts(clock), ...createAws(options), clock, report };
}

interface Made {
  readonly name: string;
  readonly tags: Readonly<{ [name: string]: string }>;
}

/** As a first deploy leaves it: active, one version, an alias on it. */
async function makeFunction(ports: Ports, { name, tags }: Made): Promise<void> {
  const role = `arn:aws:iam::${account}:role/orders`;
  const config = { ...awsDefaults, runtime: 'nodejs24.x', handler: 'index.handler', role };
  await ports.functions.create(name, {
    config,
    code: { zip: zipOfBytes(handler()) },
    tags,
    codeSigning: null,
  });
  await aws.clock.advance(60_000);
  const live = await ports.functions.look(name);
  if (!live) throw new Error(`${name} is not there`);
  const { digest, revisionId } = live;
  const { version } = await ports.versions.publish(name, { digest, revisionId, description: null });
  await ports.aliases.create(aliasOf(name), { version, additional: null, description: '' });
}

async function makeLayer(ports: Ports, name: string, description: string): Promise<void> {
  const rest = { runtimes: [], architectures: [], license: null };
  await ports.layers.publish({
    name,
    description,
    content: { zip: zipOfBytes(zipOf({ name: description, data: 'x' })) },
    ...rest,
  });
}

async function makeRole(ports: Ports, name: string, tags: Made['tags']): Promise<void> {
  const principal = { Service: 'lambda.amazonaws.com' };
  const trust = [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }];
  const logs = [{ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' }];
  const policies = { shipit: JSON.stringify({ Version: '2012-10-17', Statement: logs }) };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: trust });
  await ports.roles.create({ ...roleSpec(name), trust: text, policies, tags });
}

const run = (ports: Ports, of: Project, force: boolean) => runAs(ports, of, { force, consent: yes });

const yes: Consent = { yes: true, confirm: null, typed: null };

const runAs = (ports: Ports, of: Project, { force, consent }: { force: boolean; consent: Consent }) =>
  destroy(ports, {
    project: of,
    named: [],
    force,
    consent,
    where: nowhere,
    stop: { signal: new AbortController().signal, exitCode: () => null },
  });

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'something');
const functionThere = (name: string) =>
  aws.lambda.send(new GetFunctionCommand({ FunctionName: name })).then(() => 'there', nameOf);
const roleThere = (name: string) =>
  aws.iam.send(new GetRoleCommand({ RoleName: name })).then(() => 'there', nameOf);
const layerVersions = async (name: string) => {
  const { LayerVersions } = await aws.lambda.send(new ListLayerVersionsCommand({ LayerName: name }));
  return LayerVersions?.map(({ Description }) => Description);
};

describe('a stage', () => {
  const role = roleSpec('orders-api-role');
  const of = project([spec('api', { role }), spec('mailer')], { stage: dev, layers: [layer('deps')] });

  it('is gone from AWS afterwards, but for what somebody else put there; a second time nothing is to do', async () => {
    const events: Event[] = [];
    const ports = portsOf(events);
    await makeRole(ports, role.name, tagsOf(of));
    for (const { name } of of.functions) await makeFunction(ports, { name, tags: tagsOf(of) });
    await makeFunction(ports, { name: 'orders-other', tags: {} });
    for (const description of ['shipit 1', 'by hand', 'shipit 2'])
      await makeLayer(ports, 'orders-deps', description);

    expect(await run(ports, of, false)).toEqual({ exitCode: 0, problems: [] });
    expect(await Promise.all(['orders-api', 'orders-mailer', 'orders-other'].map(functionThere))).toEqual([
      'ResourceNotFoundException',
      'ResourceNotFoundException',
      'there',
    ]);
    expect(await roleThere(role.name)).toBe('NoSuchEntityException');
    expect(await layerVersions('orders-deps')).toEqual(['by hand']);

    events.length = 0;
    expect(await run(ports, of, false)).toEqual({ exitCode: 0, problems: [] });
    expect(events).toEqual([expect.objectContaining({ type: 'destroy.planned', goes: [], account, region })]);
  });
});

describe('a function that another stage made', () => {
  const of = project([spec('api')], { stage: dev });
  const prod = project([], { stage: { name: 'prod', protected: true } });

  it('is still there after it was refused, and is gone after --force', async () => {
    const ports = portsOf([]);
    await makeFunction(ports, { name: 'orders-api', tags: tagsOf(prod) });
    await expect(run(ports, of, false)).rejects.toMatchObject({
      code: 'refused',
      message: 'api: orders-api belongs to project orders, stage prod',
    });
    expect(await functionThere('orders-api')).toBe('there');
    expect(await ports.aliases.read(aliasOf('orders-api'))).toMatchObject({ version: '1' });
    expect(await run(ports, of, true)).toEqual({ exitCode: 0, problems: [] });
    expect(await functionThere('orders-api')).toBe('ResourceNotFoundException');
  });
});

describe('a function with an alias that the project file does not name', () => {
  const of = project([spec('api')], { stage: dev });
  const beta = { functionName: 'orders-api', alias: 'beta' };
  const resting = { version: '1', additional: null, description: '' };

  it('is still there while that one moves, and goes with it afterwards', async () => {
    const events: Event[] = [];
    const ports = portsOf(events);
    await makeFunction(ports, { name: 'orders-api', tags: tagsOf(of) });
    const moving = await ports.aliases.create(beta, { ...resting, description: movingRecord() });
    await expect(run(ports, of, true)).rejects.toMatchObject({
      code: 'owned',
      message: expect.stringMatching(/^orders-api:beta: .*`shipit rollback --alias beta`/),
    });
    expect((await ports.aliases.list('orders-api')).map(({ name }) => name)).toEqual(['beta', 'live']);

    const rested = await ports.aliases.write(beta, resting, moving.revisionId);
    const typed = async () => {
      await ports.aliases.write(beta, { ...resting, description: movingRecord() }, rested.revisionId);
      return true;
    };
    const late = await runAs(ports, of, { force: false, consent: { ...yes, yes: false, typed } });
    expect(late).toMatchObject({ exitCode: 7 });
    expect(late.problems).toContain(
      'function orders-api is still there: somebody wrote orders-api:beta after the list was made',
    );
    expect((await ports.aliases.list('orders-api')).map(({ name }) => name)).toEqual(['beta', 'live']);

    const { revisionId = '' } = (await ports.aliases.read(beta)) ?? {};
    await ports.aliases.write(beta, resting, revisionId);
    events.length = 0;
    expect(await run(ports, of, false)).toEqual({ exitCode: 0, problems: [] });
    expect(events.flatMap((event) => (event.type === 'destroy.done' ? [event.name] : []))).toEqual([
      'orders-api:live',
      'orders-api:beta',
      'orders-api',
    ]);
    expect(await functionThere('orders-api')).toBe('ResourceNotFoundException');
    expect(await ports.aliases.list('orders-api')).toEqual([]);
  });
});
