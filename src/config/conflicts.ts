import { ShipitError } from '../core/errors';
import { gather, type Problem } from './problem';
import type { FunctionSpec, Place } from './project';
import type { Subject } from './subject';
import type { View } from './view';

interface Target {
  readonly subject: Subject;
  readonly stage: string;
  readonly region: string | null;
  readonly account: string | null;
}

/** Stages that would write the same Lambda function: each release of one would undo the other's. */
export function stageProblems(views: readonly View[]): Problem[] {
  const byName = new Map<string, Target[]>();
  for (const view of views) {
    for (const target of targetsOf(view)) {
      const others = byName.get(target.subject.name);
      if (others) others.push(target);
      else byName.set(target.subject.name, [target]);
    }
  }
  return gather(byName.values(), (targets) =>
    gather(targets, (target) => {
      const others = targets.filter((other) => areSame(target, other));
      return problemOf(target, others);
    }),
  );
}

/** The stage that was chosen, null for none, and the place that flags may have changed. */
interface Chosen {
  readonly stage: string | null;
  readonly place: Pick<Place, 'region' | 'account' | 'assumeRole'>;
}

/** Functions that one of these protected stages writes too, by key with that stage: whoever chose another skips what protects it. */
export function protectedTwins(
  views: readonly View[],
  { stage, place }: Chosen,
  guarded: readonly string[],
): Map<string, string> {
  const account = place.account ?? accountOf(place.assumeRole?.arn);
  const own = views.find((view) => view.stage === stage)?.subjects ?? [];
  const targets = own.map((subject) => ({ subject, stage: stage ?? '', region: place.region, account }));
  const others = views
    .filter((view) => view.stage !== null && view.stage !== stage && guarded.includes(view.stage))
    .flatMap(targetsOf);
  const twins = targets.flatMap((target) => {
    const same = (other: Target) => other.subject.name === target.subject.name && areSame(target, other);
    const twin = others.find(same);
    return twin ? [[target.subject.key, twin.stage] as const] : [];
  });
  return new Map(twins);
}

/** `refused` for a function that the protected stage should write alone. */
export function refuseTwins(twins: ReadonlyMap<string, string>, functions: readonly FunctionSpec[]): void {
  const problems = functions.flatMap(({ key, name }) => {
    const stage = twins.get(key);
    return stage === undefined ? [] : [`${key}: ${name} is a function of the protected stage ${stage}`];
  });
  const [first] = problems;
  if (first === undefined) return;
  const hint =
    'Nothing was written. Choose that stage with --stage, or say in the file which `account` and `region` each is in.';
  throw new ShipitError('refused', first, { problems, hint });
}

function targetsOf({ stage, draft, subjects }: View): Target[] {
  if (stage === null) return [];
  const { region = null, account = null, assumeRole } = draft;
  const role = typeof assumeRole === 'string' ? assumeRole : assumeRole?.arn;
  const place = { stage, region, account: account ?? accountOf(role) };
  return subjects.map((subject) => ({ subject, ...place }));
}

const accountOf = (roleArn: string | undefined): string | null => roleArn?.split(':')[4] ?? null;

/** As far as is known: a stage that leaves its region or account open may mean that of the other. */
function areSame(a: Target, b: Target): boolean {
  const may = (one: string | null, other: string | null) => one === null || other === null || one === other;
  return a.stage !== b.stage && may(a.region, b.region) && may(a.account, b.account);
}

function problemOf({ subject, stage }: Target, others: readonly Target[]): Problem[] {
  if (others.length === 0) return [];
  const stages = [stage, ...others.map((other) => other.stage)].sort().map((name) => `\`${name}\``);
  const path = subject.has(['name']) ? ['name'] : [];
  const what = `${subject.named(path)}: the stages ${stages.join(' and ')} write the same Lambda function \`${subject.name}\``;
  const hint =
    'give each a `name` of its own, such as one with the stage in it, or say which `account` and `region` they are in';
  return [{ at: path.length > 0 ? subject.at(path) : subject.keyAt(path), what, hint }];
}
