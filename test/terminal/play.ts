/** Plays a release to the terminal it runs in, always the same one: up to a look at its first step, or to its end. */
import { openUi } from '../../src/ui/choose';
import { openStreams } from '../../src/ui/streams';
import { FakeClock } from '../clock';
import { later, startMs } from '../ui/examples';
import { moved, opening, rolledBack, stepped } from '../ui/story';

const [, , functions = '1', part = 'baking'] = process.argv;
const keys = Array.from({ length: Number(functions) }, (_, at) => (at === 0 ? 'api' : `worker-${at}`));
/** Only some of them fail, and most of that is bad luck. */
const looks = [20, 35, 50, 65, 80].map((seconds, look) =>
  later('rollout.observed', seconds, {
    dueMs: startMs + 610_000,
    functions: keys.map((key, at) => ({
      key,
      baseline: {
        version: '41',
        requests: seconds * 90,
        errors: look,
        rate: { low: 0, high: 0.0042 },
        p99Ms: 118,
      },
      candidate: {
        version: '42',
        requests: seconds * 10,
        errors: at % 20 === 0 ? Math.floor(seconds / (at + 25)) : 0,
        rate: { low: 0, high: 0.019 },
        p99Ms: 131.4,
      },
    })),
  }),
);
const baking = [...opening({ keys }), ...moved(keys, 10, 9), stepped(1, 10, 10), ...looks];

const ui = openUi(openStreams(process.env, null), {
  json: false,
  plain: false,
  payload: null,
  details: false,
});
// Time stands still, so that the picture is always the same.
const [machine, clock] = [new FakeClock(0), new FakeClock(startMs + 80_000)];
const nothing = () => undefined;
ui.steer({
  machine,
  clock,
  send: async () => ({ exitCode: 0, problems: [] }),
  retell: nothing,
  close: nothing,
});
for (const event of part === 'baking' ? baking : rolledBack(keys)) ui.report.tell(event);
if (part !== 'baking') ui.close();
