import { ShipitError } from '../../../src/core/errors';
import type { EventOf } from '../../../src/core/events';
import { Secret } from '../../../src/core/secret';
import { smokeTest } from '../../../src/release/hooks/smoke';
import { FakeClock } from '../../clock';
import { fakePorts } from '../../fakes';
import { spec } from '../../plan/scene';

const all = async (...asked: Parameters<typeof smokeTest>) => {
  const results: EventOf<'smoke.tested'>[] = [];
  for await (const result of smokeTest(...asked)) results.push(result);
  return results;
};

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
    const results = await all(fakes, spec({ testEvents }), '7');
    expect(fakes.invoker.did).toEqual(['invoke orders-api:7', 'invoke orders-api:7']);
    expect(payloads).toEqual(testEvents.map((path) => `{"from":"${path}"}`));
    expect(results.map(({ sample, ok, version, at }) => [sample, ok, version, at])).toEqual([
      ['a.json', true, '7', 5],
      ['b.json', true, '7', 5],
    ]);
  });

  it('send a sample again when Lambda itself failed, eight times in all', async () => {
    const clock = new FakeClock(5);
    const fakes = fakePorts(clock);
    fakes.files.put('/p/events/a.json', '{}');
    const asked = () => clock.runUntil(all(fakes, spec({ testEvents: ['/p/events/a.json'] }), '7'));
    const fail = (times: number) => {
      const error = new ShipitError('unavailable', 'an internal error');
      for (let nth = 1; nth <= times; nth += 1) fakes.invoker.failNext('invoke', error, 'after');
    };
    fail(7);
    expect(await asked()).toMatchObject([{ ok: true }]);
    expect(fakes.invoker.did).toHaveLength(8);
    fail(8);
    await expect(asked()).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('are none without samples', async () => {
    const fakes = setUp();
    expect(await all(fakes, spec({}), '7')).toEqual([]);
    expect(fakes.invoker.did).toEqual([]);
  });

  it('show what the function answered when it failed, cut to what a person reads', async () => {
    const fakes = setUp();
    const payload = `{"errorMessage":"${'x'.repeat(1000)}"}`;
    fakes.invoker.answer = (_name, _qualifier, event) =>
      event.includes('b.json') ? { functionError: 'Unhandled', payload } : {};
    const [first, second] = await all(fakes, spec({ testEvents }), '7');
    expect(first).toMatchObject({ ok: true, because: 'answered' });
    expect(second).toMatchObject({ ok: false, because: `${payload.slice(0, 297)}...` });
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
    const [{ because = '' } = {}] = await all(fakes, spec({ testEvents, config }), '7');
    expect(because).toContain(' *** ');
    expect(because).not.toMatch(/4711|hunt|\$&/);
  });

  describe('with an answer that is expected', () => {
    const expecting = (answer: string, expected: string) => {
      const fakes = setUp();
      fakes.files.put('/p/events/a.expected.json', expected);
      fakes.invoker.answer = () => ({ payload: answer });
      return all(fakes, spec({ testEvents: ['/p/events/a.json'] }), '7');
    };

    it.each([
      ['the same', '{"a":1,"b":[1,{"c":null}]}', '{"a":1,"b":[1,{"c":null}]}'],
      ['more than that', '{"status":200,"body":{"id":4,"name":"x"}}', '{"body":{"id":4}}'],
      ['no object at all', '"pong"', '"pong"'],
      ['nothing in particular', '{"a":1}', '{}'],
    ])('pass when it is %s', async (_, answer, expected) => {
      expect(await expecting(answer, expected)).toMatchObject([{ ok: true, because: 'answered' }]);
    });

    it.each([
      ['{"status":500}', '{"status":200}', 'status should be 200 and is 500'],
      [
        '{"body":{"items":[{"id":3}]}}',
        '{"body":{"items":[{"id":4}]}}',
        'body.items[0].id should be 4 and is 3',
      ],
      ['{"body":{}}', '{"body":{"id":4}}', 'body.id is missing'],
      ['{"items":[1,2]}', '{"items":[1]}', 'items has 2 entries instead of 1'],
      ['{"items":{"0":1}}', '{"items":[1]}', 'items should be [1] and is {"0":1}'],
      ['[1]', '{"a":1}', 'the answer should be {"a":1} and is [1]'],
      ['"1"', '1', 'the answer should be 1 and is "1"'],
      ['{}', '{"toString":1}', 'toString is missing'],
      ['{}', '{"__proto__":{"a":1}}', '__proto__ is missing'],
      ['{"__proto__":{"a":1}}', '{"a":1}', 'a is missing'],
      ['<html>', '{}', 'answered without JSON: <html>'],
      ['', '{}', 'answered without JSON: '],
      ['{}', '{', 'a.expected.json is not JSON'],
      [
        `{"a":${'['.repeat(5e5)}${']'.repeat(5e5)}}`,
        '{"a":1}',
        'a should be 1 and is a value of too many levels',
      ],
    ])('say where %.40s first differs from %s', async (answer, expected, because) => {
      expect(await expecting(answer, expected)).toMatchObject([{ ok: false, because }]);
    });

    it('fail all the same when the function does', async () => {
      const fakes = setUp();
      fakes.files.put('/p/events/a.expected.json', '{"errorMessage":"no luck"}');
      fakes.invoker.answer = () => ({ functionError: 'Unhandled', payload: '{"errorMessage":"no luck"}' });
      const results = await all(fakes, spec({ testEvents: ['/p/events/a.json'] }), '7');
      expect(results).toMatchObject([{ ok: false, because: '{"errorMessage":"no luck"}' }]);
    });
  });
});
