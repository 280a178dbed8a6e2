import type { FunctionPlan } from '../plan';
import type { Check } from './check';

/** What Lambda would refuse in the middle of a rollout: both versions have environments of their own until the last step is over. */
export const capacity: Check = {
  title: 'capacity can move with the traffic',
  code: 'preflight',
  run: ({ plan }) => ({
    problems: plan.functions
      .filter(givesCapacity)
      .flatMap((planned) => [...unfit(planned), ...tooMuch(planned)]),
    warnings: [],
  }),
};

const amountOf = ({ spec }: FunctionPlan): number => spec.provisionedConcurrency ?? 0;

const givesCapacity = (planned: FunctionPlan): boolean =>
  amountOf(planned) > 0 && (planned.action !== 'none' || planned.upkeep.capacity !== null);

/** AWS Lambda Developer Guide, "Improving startup performance with Lambda SnapStart" and "Tenant isolation". */
function unfit({ spec, config }: FunctionPlan): string[] {
  const reasons = [
    { what: 'SnapStart', isOn: config.snapStart === 'PublishedVersions', out: 'snapStart: null' },
    { what: 'tenancy', isOn: (config.tenancy ?? null) !== null, out: null },
  ];
  return reasons
    .filter(({ isOn }) => isOn)
    .map(({ what, out }) => {
      const choice = out === null ? '' : `\`${out}\` or `;
      return `${spec.key} has ${what}, and provisioned concurrency does not go with it: write ${choice}\`provisionedConcurrency: null\``;
    });
}

/** The version that goes keeps all of its own until it is sure that nobody goes back to it. */
function tooMuch(planned: FunctionPlan): string[] {
  const { spec, action, upkeep } = planned;
  const wanted = amountOf(planned);
  const reserved = reservedOf(planned);
  const stays = action === 'update' ? (upkeep.capacity?.before ?? wanted) : 0;
  if (reserved === null || stays + wanted <= reserved) return [];
  const both = stays === 0 ? `${wanted}` : `${stays} of the version that serves and ${wanted} of the new one`;
  return [
    `${spec.key}: provisioned concurrency of ${both} does not fit into its reservedConcurrency of ${reserved}: reserve ${stays + wanted} or more`,
  ];
}

function reservedOf({ spec, live }: FunctionPlan): number | null {
  const declared = spec.settings.reservedConcurrency;
  return declared === undefined ? ((live.serving ?? live.latest)?.reservedConcurrency ?? null) : declared;
}
