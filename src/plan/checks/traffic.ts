import type { TriggerReading } from '../../core/lambda';
import { AliasRef } from '../../core/values';
import type { FunctionPlan } from '../plan';
import { type Check, Plans } from './check';

/**
 * Traffic that does not come through the alias is a warning: the release is not wrong, but it moves less than it seems.
 * Provisioned concurrency on the alias is moved by AWS within minutes, so a split would run cold: refused.
 */
export const traffic: Check = {
  title: 'traffic comes through the alias',
  code: 'preflight',
  async run({ ports, plan }) {
    const sharing = new Set(Plans.sharing(plan));
    const asked = plan.functions.filter((planned) => planned.action === 'update' || givesServed(planned));
    if (asked.length === 0) return { problems: [], warnings: [] };
    const questions = asked.map((planned) => {
      return { ...planned.ref, provisioned: sharing.has(planned) || declares(planned) };
    });
    const answers = await ports.triggers.look(questions);
    const readings = asked.flatMap((planned, index) => {
      const reading = answers[index];
      return reading ? [{ planned, reading }] : [];
    });
    return {
      problems: readings.flatMap(({ planned, reading }) =>
        reading.provisioned ? [provisioned(planned)] : [],
      ),
      warnings: [
        ...readings.flatMap(({ planned, reading }) =>
          planned.action === 'update' ? bypasses(planned, reading) : [],
        ),
        ...unread(answers),
      ],
    };
  },
};

const declares = ({ spec }: FunctionPlan): boolean => (spec.provisionedConcurrency ?? 0) > 0;

/** The version that is served gets some, and no other comes. */
const givesServed = ({ action, upkeep }: FunctionPlan): boolean =>
  action === 'none' && (upkeep.capacity?.wanted ?? 0) > 0;

/** Lambda refuses it on a version whose alias has it, so there is no way to move it without some minutes that have none. */
function provisioned(planned: FunctionPlan): string {
  const { functionName, alias } = planned.ref;
  const what = `${AliasRef.key(planned.ref)} has provisioned concurrency of its own, which`;
  const remove = `take it away (aws lambda delete-provisioned-concurrency-config --function-name ${functionName} --qualifier ${alias})`;
  if (declares(planned))
    return `${what} Lambda does not have beside that of a version: ${remove} and deploy again; the version gets what the project file declares`;
  return `${what} does not follow a split at once: use --all-at-once, or ${remove} and write \`provisionedConcurrency\` into the project file, which moves with each step`;
}

function bypasses({ spec, ref }: FunctionPlan, { bypasses: lines }: TriggerReading): string[] {
  return lines.map(
    (line) =>
      `${spec.key}: ${line}: this traffic goes around alias ${ref.alias} and no rollout moves it; point it at ${AliasRef.key(ref)}`,
  );
}

/** Once for all functions: the same permission is missing for each. */
function unread(readings: readonly TriggerReading[]): string[] {
  const actions = [...new Set(readings.flatMap(({ unread: names }) => names))].sort();
  if (actions.length === 0) return [];
  return [
    `cannot see whether traffic goes around the alias: allow ${actions.join(', ')} to let this check look`,
  ];
}
