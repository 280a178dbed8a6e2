import { ShipitError } from '../../src/core/errors';
import type { Aliases, AliasState, AliasTarget, NamedAlias } from '../../src/core/lambda';
import { AliasRef } from '../../src/core/values';
import { Fake } from './fake';
import type { FakeFunctions } from './functions';

/** Aliases with AWS's rules: compare-and-set on the revision, existing versions only, one role for both of them. */
export class FakeAliases extends Fake implements Aliases {
  private readonly states = new Map<string, AliasState>();
  private revisions = 0;

  constructor(private readonly functions: FakeFunctions) {
    super();
    functions.versionBehind = (functionName, alias) => this.peek({ functionName, alias })?.version ?? null;
  }

  /** The state without a call, for what a test wants to see. */
  peek(ref: AliasRef): AliasState | null {
    return this.states.get(AliasRef.key(ref)) ?? null;
  }

  /** Somebody writes without shipit, or a test sets the scene. */
  put(ref: AliasRef, target: AliasTarget): AliasState {
    this.check(ref, target);
    const { version, additional, description } = target;
    this.revisions += 1;
    const state = { version, additional, description, revisionId: `a${this.revisions}` };
    this.states.set(AliasRef.key(ref), state);
    return state;
  }

  read(ref: AliasRef): Promise<AliasState | null> {
    return this.call('read', AliasRef.key(ref), () => this.peek(ref));
  }

  list(functionName: string): Promise<NamedAlias[]> {
    return this.call('list', functionName, () => {
      if (!this.functions.version(functionName, '$LATEST')) return [];
      const prefix = AliasRef.key({ functionName, alias: '' });
      return [...this.states]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, state]) => ({ name: key.slice(prefix.length), ...state }));
    });
  }

  create(ref: AliasRef, target: AliasTarget): Promise<AliasState> {
    return this.call('create', describe(ref, target), () => {
      if (this.peek(ref)) throw new ShipitError('alreadyExists', `${AliasRef.key(ref)} already exists`);
      return this.put(ref, target);
    });
  }

  write(ref: AliasRef, target: AliasTarget, revisionId: string): Promise<AliasState> {
    return this.call('write', describe(ref, target), () => {
      const state = this.peek(ref);
      if (!state) throw new ShipitError('notFound', `there is no alias ${AliasRef.key(ref)}`);
      if (state.revisionId !== revisionId)
        throw new ShipitError('preconditionFailed', `revision ${revisionId} is stale`);
      return this.put(ref, target);
    });
  }

  remove(ref: AliasRef): Promise<void> {
    return this.call('remove', AliasRef.key(ref), () => {
      this.states.delete(AliasRef.key(ref));
    });
  }

  private check(ref: AliasRef, { version, additional, description }: AliasTarget): void {
    const first = this.functions.version(ref.functionName, version);
    if (!first) throw new ShipitError('notFound', `there is no version ${version}`);
    if (description.length > 256) throw new ShipitError('invalid', 'a description takes 256 characters');
    if (!additional) return;
    const second = this.functions.version(ref.functionName, additional.version);
    if (!second) throw new ShipitError('notFound', `there is no version ${additional.version}`);
    if (version === '$LATEST' || additional.version === '$LATEST')
      throw new ShipitError('invalid', '$LATEST cannot share an alias');
    if (version === additional.version) throw new ShipitError('invalid', 'one version stands in both places');
    const [one, other] = [first.config, second.config];
    if (one.role !== other.role || one.deadLetterQueue !== other.deadLetterQueue)
      throw new ShipitError('invalid', 'both versions must have the same role and dead-letter queue');
  }
}

function describe(ref: AliasRef, { version, additional }: AliasTarget): string {
  const split = additional ? `+${additional.version}@${additional.weight}%` : '';
  return `${AliasRef.key(ref)} ${version}${split}`;
}
