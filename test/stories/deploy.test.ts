import { failing, good, openStage, type Stage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

describe('a first deploy', () => {
  test('creates the function, publishes version 1 and points the alias at it', async () => {
    stage = await openStage({ functions: ['api'], alarms: false });
    const finished = await stage.clock.runUntil(stage.deployAs(stage.process(), {}));
    expect(finished).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    expect(stage.aliasOf('api')).toMatchObject({ version: '1', weights: {} });
    expect(stage.aliasOf('api')?.description).toMatch(/^shipit\/1 done .* v=1 prev=- bad=-$/);
  });
});

describe('a good candidate', () => {
  test('is promoted step by step, and a second deploy of the same code has nothing to do', async () => {
    stage = await openStage({ functions: ['api'], alarms: true });
    const owner = stage.process();
    await stage.clock.runUntil(stage.deployAs(owner, {}));
    stage.write('api/index.js', good('two'));
    const stop = stage.traffic(2);
    const finished = await stage.clock.runUntil(stage.deployAs(owner, { canary: '10%/3m' }));
    stop();
    expect(finished).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    expect(finished.functions).toMatchObject([
      { key: 'api', baseline: '1', candidate: '2', outcome: 'promoted' },
    ]);
    const weights = owner.events.flatMap((event) => (event.type === 'alias.written' ? [event.weight] : []));
    expect([...new Set(weights)]).toEqual([0, 10, 100]);
    const again = await stage.clock.runUntil(stage.deployAs(stage.process(), { canary: '10%/3m' }));
    expect(again).toMatchObject({ outcome: 'unchanged', exitCode: 0 });
  });
});

describe('a failing candidate', () => {
  test('goes back by the guard when no alarm is named, and is refused until --retry', async () => {
    stage = await openStage({ functions: ['api'], alarms: false });
    await stage.clock.runUntil(stage.deployAs(stage.process(), {}));
    stage.write('api/index.js', failing);
    const stop = stage.traffic(5);
    const owner = stage.process();
    const finished = await stage.clock.runUntil(stage.deployAs(owner, { canary: '10%/5m' }));
    expect(finished).toMatchObject({ outcome: 'rolledBack', exitCode: 3 });
    expect(finished.functions[0]?.because).toMatch(/the guard allows 5% errors/);
    expect(stage.aliasOf('api')).toMatchObject({ version: '1', weights: {} });
    const again = await stage.clock.runUntil(stage.deployAs(stage.process(), { canary: '10%/5m' }));
    expect(again).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(again.problems.join()).toMatch(/was rolled back in release/);
    const retried = await stage.clock.runUntil(
      stage.deployAs(stage.process(), { canary: '10%/5m', retry: true }),
    );
    expect(retried).toMatchObject({ outcome: 'rolledBack', exitCode: 3 });
    stop();
  });
});
