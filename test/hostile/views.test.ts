import { briefly, toldBy } from './events';
import { sinks } from './sinks';
import { hostileTexts, longTexts } from './texts';

const harmless = 'plain';

const linesOf = (text: string): number => text.split('\n').length - 1;

describe.each(sinks.map((sink) => [sink.name, sink] as const))('in the view %s', (_, sink) => {
  let usual: readonly string[];
  beforeAll(async () => {
    usual = await sink.show(toldBy(harmless));
  });

  test.each(Object.entries(hostileTexts))('%s is inert', async (_name, text) => {
    const shown = await sink.show(toldBy(text));
    for (const one of shown) await sink.judge(one);
    if (sink.shape) expect(shown.map(sink.shape)).toEqual(usual.map(sink.shape));
  });

  test.each(Object.entries(longTexts))('%s is inert, and short', async (_name, text) => {
    const shown = await sink.show(briefly(text));
    for (const one of shown) await sink.judge(one);
    expect(Math.max(...shown.map(linesOf))).toBeLessThan(1500);
  });
});
