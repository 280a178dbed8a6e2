/** What people do to a release, in any order and at any time, against a small model of what may come of it. */
import fc from '../property';
import { Commanded, type Deed, gateNames } from './commanded';
import { type Known, nothingYet, surprises } from './expected';

class Command implements fc.AsyncCommand<Known, Commanded> {
  constructor(
    readonly what: Deed,
    readonly seconds: number,
  ) {}

  check(): boolean {
    return true;
  }

  async run(known: Known, real: Commanded): Promise<void> {
    const asked = await real.does(this.what, this.seconds * 1000);
    expect([...surprises(known, real, asked), ...real.broken(false)]).toEqual([]);
  }

  toString(): string {
    return `${this.what}, and ${this.seconds} s pass`;
  }
}

const settings = fc.record({
  functions: fc.constantFrom(1, 2),
  gate: fc.constantFrom(...gateNames),
  // A bake may end between two polls, at one, or while one of them is told.
  bakeS: fc.integer({ min: 60, max: 180 }),
  journalMs: fc.constantFrom(0, 700),
});

/** Between two polls, after some, after a lease, after a step, after whoever should have approved. */
const spans = fc.constantFrom(1, 20, 70, 200, 700);
const deeds: readonly Deed[] = [
  'wait',
  'pause',
  'resume',
  'approve',
  'promote',
  'abort',
  'rollback',
  'kill',
  'attach',
  'deploy',
  'alarm',
];
const commands = deeds.map((what) => spans.map((seconds) => new Command(what, seconds)));

test('whatever is done to a release, and whenever, it goes where the model says and keeps what it promises', async () => {
  const played = fc.asyncProperty(
    settings,
    fc.commands(commands, { maxCommands: 12, size: 'max' }),
    async (setting, chosen) => {
      const real = new Commanded(setting);
      const known = nothingYet(real);
      await fc.asyncModelRun(() => ({ model: known, real }), chosen);
      const asked = await real.attend();
      expect([...surprises(known, real, asked), ...real.broken(true)]).toEqual([]);
      expect(known.place).toMatch(/nothing|restored|promoted/);
    },
  );
  await fc.assert(played, { numRuns: 150 });
}, 120_000);
