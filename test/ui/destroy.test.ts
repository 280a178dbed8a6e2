import { destroyLines } from '../../src/ui/destroy';
import { examples, later } from './examples';

describe('the list of what would go', () => {
  it('says whose it is and where, what goes, what is not there and what stays', () => {
    expect(destroyLines(examples['destroy.planned'])).toEqual([
      'destroy orders, stage dev, in account 123456789012, eu-west-1:',
      '  goes: alias orders-api:live, serves version 41',
      '  goes: function orders-api, with 12 published versions',
      '  not there: role orders-api-role',
      '  stays: log group /aws/lambda/orders-api (logs outlive their function)',
    ]);
  });

  it('says so when nothing is there', () => {
    const nothing = later('destroy.planned', 0, { stage: null, goes: [], absent: [], stays: [] });
    expect(destroyLines(nothing)).toEqual([
      'destroy orders, in account 123456789012, eu-west-1: nothing is there to remove',
    ]);
  });

  it('names everything that goes, however much it is, and a few of what stays', () => {
    const names = Array.from({ length: 40 }, (_, index) => `f${index}`);
    const goes = names.map((name) => ({ kind: 'function' as const, key: name, name, about: 'x' }));
    const stays = [{ what: 'alarm', names, because: 'shipit did not make it' }];
    const lines = destroyLines(later('destroy.planned', 0, { goes, absent: [], stays }));
    expect(lines.filter((line) => line.startsWith('  goes: '))).toHaveLength(40);
    expect(lines.at(-1)).toBe('  stays: alarm f0, f1, f2, f3, f4, f5 and 34 more (shipit did not make it)');
  });
});
