import type { FunctionPlan } from '../plan';
import type { Check } from './check';

/** Two projects that write one function undo each other. With `manage: release` another tool owns it anyway. */
export const ownership: Check = {
  title: 'functions belong to this project',
  code: 'refused',
  run: ({ plan }) => ({ problems: plan.functions.flatMap(problemsOf), warnings: [] }),
};

function problemsOf({ spec, otherOwner, action, upkeep }: FunctionPlan): string[] {
  const isWritten = action !== 'none' || upkeep.changes.length > 0;
  if (otherOwner === null || spec.manage === 'release' || !isWritten) return [];
  return [
    `${spec.where.key ?? spec.key}: ${spec.name} belongs to ${otherOwner} by its tags: give this one another \`name\`, or take the tag shipit:project away if it is yours now`,
  ];
}
