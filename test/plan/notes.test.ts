import { type Noted, notesOn } from '../../src/plan/notes';
import type { Upkeep } from '../../src/plan/plan';
import { nothingToKeep } from '../../src/plan/upkeep';
import { FakeFunctions } from '../fakes/functions';
import { marks, spec } from './scene';

const upkeep: Upkeep = { ...nothingToKeep, marks };
const settings: Upkeep = { ...nothingToKeep, changes: ['~ recursion Terminate -> Allow'] };

/** A function that is there and has these tags. */
function noted(tags: Readonly<{ [name: string]: string }> | null, change: Partial<Noted> = {}): string[] {
  const functions = new FakeFunctions();
  functions.seed('orders-api', [{}]);
  functions.attach('orders-api', { tags });
  const serving = functions.version('orders-api', '1');
  const live = {
    alias: null,
    record: { kind: 'none', text: '' } as const,
    serving,
    latest: null,
    versions: [],
  };
  return notesOn({
    ...{ spec: spec({}), live, action: 'update', upkeep },
    owner: { name: 'orders', stage: null },
    roleChanges: false,
    changes: [],
    ...change,
  });
}

const nowhere = {
  alias: null,
  record: { kind: 'none', text: '' },
  serving: null,
  latest: null,
  versions: [],
} as const;

describe('what a person should know', () => {
  it('is nothing about a function of ours that gets a new version', () => {
    expect(noted(marks, { upkeep: nothingToKeep })).toEqual([]);
  });

  it('is that a function is adopted which shipit did not make', () => {
    expect(noted({ team: 'blue' })).toEqual([
      'adopts orders-api, which shipit did not make: it gets the tags of this project',
    ]);
  });

  it('is from whom a function is taken over', () => {
    const tags = { 'shipit:project': 'billing', 'shipit:stage': 'prod' };
    expect(noted(tags)).toEqual(['takes over orders-api, which belongs to project billing, stage prod']);
  });

  it('is nothing about owners where no tag is written, or where the tags may not be read', () => {
    expect(noted({}, { upkeep: nothingToKeep })).toEqual([]);
    expect(noted(null, { upkeep: nothingToKeep })).toEqual([]);
  });

  it('is that a role holds for all versions at once', () => {
    expect(noted(marks, { upkeep: nothingToKeep, roleChanges: true })).toEqual([
      'its role changes before the rollout, for the version that serves now too, and does not go back with a rollback',
    ]);
  });

  it('is nothing at all where nothing is done, also not that a function could be adopted', () => {
    expect(noted({}, { action: 'none' })).toEqual([]);
  });

  it('is that the first release has nothing to go back to', () => {
    expect(noted(null, { action: 'create', live: nowhere })).toEqual([
      'first release: all requests at once, because there is no version to go back to',
    ]);
  });

  it('is nothing about settings of a function that is new: there is no version yet that they could hold for', () => {
    expect(noted(null, { action: 'create', live: nowhere, upkeep: settings })).toHaveLength(1);
  });

  it('is that settings of the whole function do not go back', () => {
    const notes = noted(marks, { action: 'none', upkeep: settings });
    expect(notes).toEqual([expect.stringContaining('do not go back with a rollback')]);
  });

  it('are the lines that another tool must be told, with `manage: release`', () => {
    const notes = noted({}, { spec: spec({ manage: 'release' }), upkeep: nothingToKeep }).join('\n');
    expect(notes).toContain('only code, version and alias live are changed');
    expect(notes).toContain('ignore_changes = [function_version, routing_config, description]');
    expect(notes).toContain('source_code_hash');
    expect(notes).toContain('CloudFormation, SAM and CDK');
    expect(notes).toContain(
      'adopts the versions and the alias live of orders-api, which shipit did not make',
    );
  });

  it('is what goes live because it stands in $LATEST, such as what a release that failed left there', () => {
    const changes = [
      '~ code 1a2b3c4d -> 5e6f7a8b',
      '~ memorySize 128 -> 1024 (not declared, stands in $LATEST)',
      '+ environment.BREAK (1a2b3c4d) (not declared, stands in $LATEST)',
    ];
    expect(noted(marks, { changes })).toEqual([
      'goes live without being declared, because it stands in $LATEST: memorySize, environment.BREAK',
    ]);
  });
});
