import { Secret } from '../../src/core/secret';
import { smokeTest } from '../../src/release/smoke';
import { FakeClock } from '../clock';
import { fakePorts } from '../fakes';
import { spec } from '../plan/scene';

describe('smoke tests', () => {
  const testEvents = ['/p/events/a.json', '/p/events/b.json'];

  function setUp() {
    const fakes = fakePorts(new FakeClock(5));
    for (const path of testEvents) fakes.files.put(path, `{"from":"${path}"}`);
    return fakes;
  }

  it('call the candidate itself with each sample, never the alias', async () => {
    const fakes = setUp();
    const payloads: string[] = [];
    fakes.invoker.answer = (_name, _qualifier, payload) => {
      payloads.push(payload);
      return {};
    };
    const results = await smokeTest(fakes, spec({ testEvents }), '7');
    expect(fakes.invoker.did).toEqual(['invoke orders-api:7', 'invoke orders-api:7']);
    expect(payloads).toEqual(testEvents.map((path) => `{"from":"${path}"}`));
    expect(results.map(({ sample, ok, version, at }) => [sample, ok, version, at])).toEqual([
      ['a.json', true, '7', 5],
      ['b.json', true, '7', 5],
    ]);
  });

  it('are none without samples', async () => {
    const fakes = setUp();
    expect(await smokeTest(fakes, spec({}), '7')).toEqual([]);
    expect(fakes.invoker.did).toEqual([]);
  });

  it('show what the function answered when it failed, cut to what a person reads', async () => {
    const fakes = setUp();
    const payload = `{"errorMessage":"${'x'.repeat(1000)}"}`;
    fakes.invoker.answer = (_name, _qualifier, event) =>
      event.includes('b.json') ? { functionError: 'Unhandled', payload } : {};
    const [first, second] = await smokeTest(fakes, spec({ testEvents }), '7');
    expect(first).toMatchObject({ ok: true, because: 'answered' });
    expect(second).toMatchObject({ ok: false, because: `${payload.slice(0, 300)}...` });
  });

  it.each([
    ['short', '4711', 0],
    ['where the answer is cut', 'hunter2-and-more', 265],
    ['of several lines and with quotes', 'a"$&\n\\b', 0],
  ])('hide a secret that the function answered: %s', async (_, secret, before) => {
    const fakes = setUp();
    const message = `${'x'.repeat(before)} ${secret} ${JSON.stringify({ secret })}`;
    const payload = JSON.stringify({ errorMessage: message, padding: 'y'.repeat(300) });
    fakes.invoker.answer = () => ({ functionError: 'Unhandled', payload });
    const config = { environment: { TOKEN: new Secret(secret), STAGE: 'x' } };
    const [{ because = '' } = {}] = await smokeTest(fakes, spec({ testEvents, config }), '7');
    expect(because).toContain(' *** ');
    expect(because).not.toMatch(/4711|hunt|\$&/);
  });
});
