import { didYouMean } from '../../src/config/nearest';

const words = (count: number): string[] => Array.from({ length: count }, (_, at) => `word-${at}`);

it.each([
  ['what is close', 'word-9x', words(9), 'did you mean `word-0`?'],
  ['all that there is', 'other', words(3), 'known: word-0, word-1, word-2'],
  ['nothing', 'other', [], 'there is none yet'],
])('tells %s', (_what, word, legal, said) => expect(didYouMean(word, legal)).toBe(said));

it('says of how many it does not tell', () => {
  expect(didYouMean('other', words(25))).toMatch(/ word-24$/);
  expect(didYouMean('other', words(26))).toMatch(/ word-24 and 1 more$/);
  expect(didYouMean('other', words(500))).toMatch(/ word-24 and 475 more$/);
});
