import { fewAtOnce } from '../../src/core/few';

describe('a few at once', () => {
  test('never more than so many are under way, and the answers come in the order of the items', async () => {
    let underWay = 0;
    let most = 0;
    const answers = await fewAtOnce([5, 3, 1, 4, 2], 2, async (turns) => {
      underWay += 1;
      most = Math.max(most, underWay);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      underWay -= 1;
      return turns * 10;
    });
    expect(answers).toEqual([50, 30, 10, 40, 20]);
    expect(most).toBe(2);
  });

  test('when one fails nothing new is begun, and its error is the answer', async () => {
    const begun: number[] = [];
    const work = fewAtOnce([1, 2, 3, 4, 5, 6], 2, async (item) => {
      begun.push(item);
      await Promise.resolve();
      if (item === 2) throw new Error('the second one fails');
    });
    await expect(work).rejects.toThrow('the second one fails');
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual([1, 2, 3]);
  });

  test('nothing to do is done', async () => {
    expect(await fewAtOnce([], 8, async () => 1)).toEqual([]);
  });
});
