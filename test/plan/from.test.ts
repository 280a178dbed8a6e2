import { ShipitError } from '../../src/core/errors';
import { Record } from '../../src/core/record';
import { Percent } from '../../src/core/values';
import { versionBehind } from '../../src/plan/from';
import type { Fakes } from '../fakes';
import { digestOf } from '../fakes/functions';
import { openRecord } from './records';
import { seed, spec, version, world } from './scene';

const dev = { functionName: 'orders-api', alias: 'dev' };

function estate(prepare: (fakes: Fakes) => void = () => {}): Fakes {
  const fakes = world();
  seed(fakes, [version('one', {}), version('two', {})], '');
  fakes.aliases.put(dev, { version: '1', additional: null, description: 'mine' });
  prepare(fakes);
  return fakes;
}

async function refusal(prepare: (fakes: Fakes) => void, alias = 'dev'): Promise<ShipitError> {
  const error = await versionBehind(estate(prepare), spec({}), alias).catch((thrown) => thrown);
  if (!ShipitError.is(error, 'refused')) throw new Error('it was not refused');
  return error;
}

describe('the version that another alias serves', () => {
  it('is found with its code and configuration', async () => {
    expect(await versionBehind(estate(), spec({}), 'dev')).toMatchObject({
      version: '1',
      digest: digestOf('one'),
    });
  });

  it('is found behind an alias that shipit released before', async () => {
    const record = { state: 'done', release: openRecord.release, epoch: 1, version: '1' } as const;
    const description = Record.format({ ...record, previous: null, bad: null });
    const fakes = estate(({ aliases }) => aliases.put(dev, { version: '1', additional: null, description }));
    expect((await versionBehind(fakes, spec({}), 'dev')).version).toBe('1');
  });

  it.each<[string, (fakes: Fakes) => void, string]>([
    ['does not exist', ({ aliases }) => void aliases.remove(dev), 'there is no alias orders-api:dev'],
    [
      'is split',
      ({ aliases }) =>
        void aliases.put(dev, {
          version: '1',
          additional: { version: '2', weight: Percent.of(5) },
          description: '',
        }),
      'is being rolled out itself',
    ],
    [
      'is claimed',
      ({ aliases }) =>
        void aliases.put(dev, { version: '1', additional: null, description: Record.format(openRecord) }),
      'is being rolled out itself',
    ],
    [
      'serves what is no version',
      ({ aliases }) => void aliases.put(dev, { version: '$LATEST', additional: null, description: '' }),
      'serves $LATEST, which is no version',
    ],
  ])('is refused behind an alias that %s', async (_, prepare, text) => {
    const { message, hint } = await refusal(prepare);
    expect(message).toMatch(/^api: /);
    expect(message).toContain(text);
    expect(hint).toContain('Nothing was written');
  });

  it('is refused behind the very alias that would be moved', async () => {
    expect((await refusal(() => {}, 'live')).message).toContain('is the alias that would be moved');
  });
});
