import type { Fakes } from '../../fakes';
import { checkServed, passes, refusedBy, titles } from '../checking';

const some = { provisionedConcurrency: 8 };
const reserving = (amount: number | null) => ({ ...some, settings: { reservedConcurrency: amount } });
/** The version that serves has as much. */
const both = (fakes: Fakes) => void fakes.capacity.write('orders-api', '1', 8);

describe('capacity of a new version', () => {
  it('has to fit into what the function reserves, beside that of the version that serves', async () => {
    expect(await refusedBy({ spec: reserving(15), prepare: both })).toEqual([
      titles.capacity,
      [
        'api: provisioned concurrency of 8 of the version that serves and 8 of the new one does not fit into its reservedConcurrency of 15: reserve 16 or more',
      ],
    ]);
    await passes({ spec: reserving(16), prepare: both });
    await passes({ spec: reserving(8) });
    await passes({ spec: reserving(null), prepare: both });
  });

  it('has to fit into what is reserved already, where the project file says nothing of that', async () => {
    const prepare = (fakes: Fakes) => fakes.functions.attach('orders-api', { reservedConcurrency: 7 });
    const [title, [problem]] = await refusedBy({ spec: some, prepare });
    expect(title).toBe(titles.capacity);
    expect(problem).toContain('provisioned concurrency of 8 does not fit into its reservedConcurrency of 7');
  });

  it('does not go with SnapStart, nor with tenants apart', async () => {
    const snapStart = { ...some, config: { snapStart: 'PublishedVersions' } } as const;
    expect((await refusedBy({ spec: snapStart }))[1][0]).toContain('`snapStart: null`');
    const tenancy = { ...some, config: { tenancy: 'PER_TENANT' } } as const;
    const { checks } = await checkServed({ spec: { ...tenancy, ...some } });
    expect(checks.flatMap(({ problems }) => problems).join()).toContain('api has tenancy');
  });

  it('is nobody to ask about where none is wanted', async () => {
    await passes({
      spec: { provisionedConcurrency: 0, settings: { reservedConcurrency: 0 } },
      prepare: both,
    });
  });
});

describe('capacity of the version that is served', () => {
  it('has to fit into what the function reserves, alone', async () => {
    const problemsOf = async (amount: number) =>
      (await checkServed({ spec: reserving(amount) })).checks.flatMap(({ problems }) => problems);
    expect(await problemsOf(8)).toEqual([]);
    expect(await problemsOf(7)).toEqual([expect.stringContaining('reserve 8 or more')]);
  });
});
