import { allPages } from '../../src/aws/pages';

test('a list is read to its end, whether AWS says it with nothing or with an empty text', async () => {
  for (const end of [undefined, '']) {
    const asked: (string | undefined)[] = [];
    const pages = [
      { items: [1, 2], next: 'b' },
      { items: [], next: 'c' },
      { items: [3], next: end },
    ];
    const all = await allPages(async (marker) => {
      asked.push(marker);
      return pages[asked.length - 1] ?? { items: [], next: undefined };
    });
    expect(all).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, 'b', 'c']);
  }
});
