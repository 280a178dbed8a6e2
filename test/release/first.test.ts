import { ShipitError } from '../../src/core/errors';
import { Record } from '../../src/core/record';
import { createAlias } from '../../src/release/first';
import { FakeClock } from '../clock';
import { type Fakes, fakePorts } from '../fakes';
import { live, release } from './records';

const lost = () => new ShipitError('timedOut', 'no answer');
const target = { version: '1', additional: null, description: 'by hand' };

function world(): Fakes {
  const fakes = fakePorts(new FakeClock(0));
  fakes.functions.seed('orders-api', [{}]);
  return fakes;
}

const create = ({ aliases }: Fakes) => createAlias(aliases, { ref: live, version: '1', release, epoch: 7 });

describe('the first alias of a function', () => {
  it('serves its first version whole, and knows no version before', async () => {
    const made = await create(world());
    expect(made).toMatchObject({ version: '1', additional: null });
    expect(Record.parse(made.description)).toMatchObject({
      record: { release, epoch: 7, version: '1', previous: null, bad: null },
    });
  });

  it('is found again when only the answer was lost', async () => {
    const fakes = world();
    fakes.aliases.failNext('create', lost(), 'after');
    expect(await create(fakes)).toEqual(fakes.aliases.peek(live));
    expect(fakes.aliases.did).toHaveLength(2);
  });

  it('is tried again when nothing happened, ten times in all', async () => {
    const fakes = world();
    for (let nth = 1; nth < 10; nth += 1) fakes.aliases.failNext('create', lost(), 'before');
    expect((await create(fakes)).version).toBe('1');
    const hopeless = world();
    for (let nth = 1; nth <= 10; nth += 1) hopeless.aliases.failNext('create', lost(), 'before');
    await expect(create(hopeless)).rejects.toMatchObject({ code: 'timedOut' });
  });

  it('is left to whoever was first, also when our own call had no answer', async () => {
    const fakes = world();
    fakes.aliases.put(live, target);
    await expect(create(fakes)).rejects.toMatchObject({ code: 'alreadyExists' });
    fakes.aliases.failNext('create', lost(), 'before');
    await expect(create(fakes)).rejects.toMatchObject({ code: 'alreadyExists' });
    expect(fakes.aliases.peek(live)).toMatchObject(target);
  });

  it('is not tried again against a refusal', async () => {
    const fakes = world();
    fakes.aliases.failNext('create', new ShipitError('accessDenied', 'no'), 'before');
    await expect(create(fakes)).rejects.toMatchObject({ code: 'accessDenied' });
    expect(fakes.aliases.did).toHaveLength(2);
  });
});
