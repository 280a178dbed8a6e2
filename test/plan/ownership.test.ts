import { ownerOf, ownershipTags, ownerWords } from '../../src/plan/ownership';

const orders = { name: 'orders', stage: null };
const dev = { name: 'orders', stage: { name: 'dev' } };

describe('what shipit makes', () => {
  it('carries the project, and the stage when one was chosen', () => {
    expect(ownershipTags(orders)).toEqual({ 'shipit:project': 'orders' });
    expect(ownershipTags(dev)).toEqual({ 'shipit:project': 'orders', 'shipit:stage': 'dev' });
  });

  it('is known again by whoever made it, whatever other tags it has', () => {
    for (const owner of [orders, dev])
      expect(ownerOf({ team: 'blue', ...ownershipTags(owner) }, owner)).toBe('ours');
  });

  it('belongs to one stage alone', () => {
    expect(ownerOf(ownershipTags(dev), orders)).toBe('stage');
    expect(ownerOf(ownershipTags(orders), dev)).toBe('stage');
    expect(ownerOf(ownershipTags({ ...dev, stage: { name: 'prod' } }), dev)).toBe('stage');
  });

  it('belongs to one project alone, also where only the stage is tagged', () => {
    expect(ownerOf({ 'shipit:project': 'billing' }, orders)).toBe('project');
    expect(ownerOf({ 'shipit:stage': 'dev' }, dev)).toBe('project');
  });
});

describe('what carries no tag of shipit', () => {
  it('belongs to nobody we know', () => {
    expect(ownerOf({}, orders)).toBe('nobody');
    expect(ownerOf({ project: 'orders' }, orders)).toBe('nobody');
    expect(ownerWords({})).toBe('nobody: it has no tag of shipit');
  });
});

describe('an owner in words', () => {
  it('names project and stage', () => {
    expect(ownerWords(ownershipTags(orders))).toBe('project orders');
    expect(ownerWords(ownershipTags(dev))).toBe('project orders, stage dev');
    expect(ownerWords({ 'shipit:stage': 'dev' })).toBe('project (none), stage dev');
  });
});
