import {
  CreateAliasCommand,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetAliasCommand,
  InvokeCommand,
  PublishVersionCommand,
  PutProvisionedConcurrencyConfigCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import {
  createActive,
  creation,
  digestOf,
  imageOf,
  look,
  rawCall,
  release,
  seedImages,
} from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf } from './world';
import { codeOf } from './zip';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const name = 'orders-api';
const named = { FunctionName: name };
const dayMs = 86_400_000;
const invoke = (Qualifier?: string) => aws.lambda.send(new InvokeCommand({ ...named, Qualifier }));
const inState = (state: string) => ({
  name: 'ResourceConflictException',
  status: 409,
  message: `The operation cannot be performed at this time. The function is currently in the following state: ${state}`,
});

/** The revision ids of a function, a version and an alias, which must all be known before they are compared. */
async function revisions(): Promise<{ latest: string; version: string; alias: string }> {
  const alias = await aws.lambda.send(new GetAliasCommand({ ...named, Name: 'live' }));
  return {
    latest: (await look(aws, name)).RevisionId ?? 'no id',
    version: (await look(aws, name, '1')).RevisionId ?? 'no id',
    alias: alias.RevisionId ?? 'no id',
  };
}

describe('revision ids', () => {
  test('differ at each step of a creation and an update: four in all', async () => {
    const ids = [(await aws.lambda.send(new CreateFunctionCommand(creation(name)))).RevisionId];
    await aws.clock.advance(5000);
    ids.push((await look(aws, name)).RevisionId);
    const update = new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('two') });
    ids.push((await aws.lambda.send(update)).RevisionId);
    await aws.clock.advance(5000);
    ids.push((await look(aws, name)).RevisionId);
    expect(new Set(ids).size).toBe(4);
  });

  test('of $LATEST and of the version differ, and publishing changes the first', async () => {
    await createActive(aws, name);
    const before = await look(aws, name);
    const version = await aws.lambda.send(new PublishVersionCommand(named));
    const after = await look(aws, name);
    expect(new Set([before, version, after].map(({ RevisionId }) => RevisionId)).size).toBe(3);
    await aws.lambda.send(new PublishVersionCommand(named));
    expect((await look(aws, name)).RevisionId).toBe(after.RevisionId);
  });

  test('change for what was changed, and for nothing else', async () => {
    await createActive(aws, name);
    await aws.lambda.send(new PublishVersionCommand(named));
    await aws.lambda.send(new CreateAliasCommand({ ...named, Name: 'live', FunctionVersion: '1' }));
    const first = await revisions();
    await aws.lambda.send(new UpdateAliasCommand({ ...named, Name: 'live' }));
    const second = await revisions();
    expect(second).toEqual({ ...first, alias: expect.not.stringMatching(first.alias) });
    await release(aws, name, 'two');
    const third = await revisions();
    expect(third).toEqual({ ...second, latest: expect.not.stringMatching(second.latest) });
    const provisioned = { ...named, Qualifier: '1', ProvisionedConcurrentExecutions: 1 };
    await aws.lambda.send(new PutProvisionedConcurrencyConfigCommand(provisioned));
    await aws.clock.advance(300_000);
    expect((await revisions()).alias).toBe(third.alias);
  });
});

describe('a function that nobody calls for two weeks', () => {
  const fortnight = 14 * dayMs;

  test('is Inactive; the first call fails and brings it back', async () => {
    await createActive(aws, name);
    const before = await look(aws, name);
    await aws.clock.advance(13 * dayMs);
    expect((await look(aws, name)).State).toBe('Active');
    await aws.clock.advance(2 * dayMs);
    const idle = await look(aws, name);
    expect(idle).toMatchObject({
      State: 'Inactive',
      StateReasonCode: 'Idle',
      LastUpdateStatus: 'Successful',
    });
    expect(await refusalOf(invoke())).toEqual(inState('Pending'));
    const pending = await look(aws, name);
    expect(pending).toMatchObject({ State: 'Pending', StateReasonCode: 'Restoring' });
    expect(await refusalOf(invoke())).toEqual(inState('Pending'));
    expect(await refusalOf(aws.lambda.send(new PublishVersionCommand(named)))).toEqual(inState('Pending'));
    await aws.clock.advance(10_000);
    const back = await look(aws, name);
    expect(back).toMatchObject({ State: 'Active' });
    expect(back).not.toHaveProperty('StateReasonCode');
    expect(new Set([before, idle, pending, back].map(({ RevisionId }) => RevisionId)).size).toBe(4);
    expect(await invoke()).toMatchObject({ StatusCode: 200 });
  });

  test('stays Active when it is called now and then, each version for itself', async () => {
    await createActive(aws, name);
    await aws.lambda.send(new PublishVersionCommand(named));
    await aws.clock.advance(10 * dayMs);
    await invoke('1');
    await aws.clock.advance(10 * dayMs);
    expect((await look(aws, name, '1')).State).toBe('Active');
    expect((await look(aws, name)).State).toBe('Inactive');
  });

  test('stays Active when something is provisioned for it', async () => {
    await createActive(aws, name);
    await aws.lambda.send(new PublishVersionCommand(named));
    await aws.lambda.send(new CreateAliasCommand({ ...named, Name: 'live', FunctionVersion: '1' }));
    const provisioned = { ...named, Qualifier: 'live', ProvisionedConcurrentExecutions: 1 };
    await aws.lambda.send(new PutProvisionedConcurrencyConfigCommand(provisioned));
    await aws.clock.advance(fortnight + dayMs);
    expect((await look(aws, name, '1')).State).toBe('Active');
  });

  test('can be updated, and is Active then', async () => {
    await createActive(aws, name);
    await aws.clock.advance(fortnight + dayMs);
    await aws.lambda.send(new UpdateFunctionConfigurationCommand({ ...named, Timeout: 5 }));
    await aws.clock.advance(5000);
    expect(await look(aws, name)).toMatchObject({ State: 'Active', LastUpdateStatus: 'Successful' });
  });
});

describe('a version with SnapStart', () => {
  beforeEach(() =>
    createActive(aws, name, { Runtime: 'java21', SnapStart: { ApplyOn: 'PublishedVersions' } }),
  );

  test('is Pending while its snapshot is made, and cannot be called', async () => {
    const SnapStart = { ApplyOn: 'PublishedVersions', OptimizationStatus: 'On' };
    const published = await aws.lambda.send(new PublishVersionCommand(named));
    expect(published).toMatchObject({ State: 'Pending', StateReasonCode: 'Creating', SnapStart });
    expect(published).not.toHaveProperty('LastUpdateStatus');
    await aws.clock.advance(5000);
    expect(await look(aws, name, '1')).toMatchObject({ State: 'Pending' });
    expect(await refusalOf(invoke('1'))).toMatchObject({ name: 'SnapStartNotReadyException', status: 409 });
    await aws.clock.advance(60_000);
    expect(await look(aws, name, '1')).toMatchObject({
      State: 'Active',
      LastUpdateStatus: 'Successful',
      SnapStart,
    });
  });

  test('refuses with a body whose message begins with a capital', async () => {
    await aws.lambda.send(new PublishVersionCommand(named));
    const address = `POST /2015-03-31/functions/${name}/invocations?Qualifier=1`;
    expect(await rawCall(aws, address, {})).toEqual({
      status: 409,
      body: { Type: 'User', Message: expect.stringContaining('initializing your function') },
    });
  });
});

describe('a function whose image is gone', () => {
  const image = { uri: imageOf('one'), digest: digestOf('a') };
  const gone = { uri: image.uri, digest: null };
  const create = () =>
    aws.lambda.send(
      new CreateFunctionCommand({
        ...named,
        Role: creation(name).Role,
        PackageType: 'Image',
        Code: { ImageUri: image.uri },
      }),
    );

  beforeEach(() => seedImages(aws, image));

  test('before it was made is Failed for good, and can only be deleted', async () => {
    await create();
    await seedImages(aws, gone);
    await aws.clock.advance(5000);
    expect(await look(aws, name)).toMatchObject({ State: 'Failed', StateReasonCode: 'ImageDeleted' });
    await seedImages(aws, image);
    for (const call of [
      () => aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ImageUri: image.uri })),
      () => aws.lambda.send(new UpdateFunctionConfigurationCommand({ ...named, Timeout: 5 })),
      () => aws.lambda.send(new PublishVersionCommand(named)),
      () => invoke(),
    ])
      expect(await refusalOf(call())).toEqual(inState('Failed'));
    await aws.lambda.send(new DeleteFunctionCommand(named));
    expect(await create()).toMatchObject({ State: 'Pending' });
  });

  test('runs on while it is Active, and is Failed when it has to be restored', async () => {
    await create();
    await aws.clock.advance(5000);
    await seedImages(aws, gone);
    await aws.clock.advance(dayMs);
    expect(await look(aws, name)).toMatchObject({ State: 'Active' });
    await aws.clock.advance(14 * dayMs);
    expect(await look(aws, name)).toMatchObject({ State: 'Inactive', StateReasonCode: 'Idle' });
    expect(await refusalOf(invoke())).toEqual(inState('Pending'));
    await aws.clock.advance(10_000);
    expect(await look(aws, name)).toMatchObject({ State: 'Failed', StateReasonCode: 'ImageDeleted' });
  });

  test('in the middle of an update keeps what it had, until another update succeeds', async () => {
    await create();
    await aws.clock.advance(5000);
    const next = { uri: imageOf('two'), digest: digestOf('b') };
    await seedImages(aws, next);
    const update = () => aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ImageUri: next.uri }));
    await update();
    await seedImages(aws, { ...next, digest: null });
    await aws.clock.advance(5000);
    expect(await look(aws, name)).toMatchObject({
      State: 'Active',
      LastUpdateStatus: 'Failed',
      LastUpdateStatusReasonCode: 'ImageDeleted',
      LastUpdateStatusReason: 'The image of the function was deleted.',
    });
    const latest = () => aws.world.functions.entries.get(name)?.latest;
    expect(latest()?.serving?.CodeSha256).toBe('a'.repeat(64));
    await seedImages(aws, next);
    await update();
    expect(latest()?.serving?.CodeSha256).toBe('a'.repeat(64));
    await aws.clock.advance(5000);
    expect(await look(aws, name)).toMatchObject({ State: 'Active', LastUpdateStatus: 'Successful' });
    expect(latest()?.serving).toBeNull();
  });
});
