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
    const updating = Plans.updating(plan);
    if (updating.length === 0) return { problems: [], warnings: [] };
    const sharing = new Set(Plans.sharing(plan));
    const questions = updating.map((planned) => ({ ...planned.ref, provisioned: sharing.has(planned) }));
    const answers = await ports.triggers.look(questions);
    const readings = updating.flatMap((planned, index) => {
      const reading = answers[index];
      return reading ? [{ planned, reading }] : [];
    });
    return {
      problems: readings.flatMap(({ planned, reading }) =>
        reading.provisioned ? [provisioned(planned)] : [],
      ),
      warnings: [
        ...readings.flatMap(({ planned, reading }) => bypasses(planned, reading)),
        ...unread(answers),
      ],
    };
  },
};

const provisioned = ({ ref }: FunctionPlan): string =>
  `${AliasRef.key(ref)} has provisioned concurrency, which does not follow a split at once: use --all-at-once, or remove it for the time of the rollout`;

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
