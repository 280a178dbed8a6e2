/** Stacks that were described to the world. Nothing is made from templates here: what a stack has is told, not found. */
import type { Kept } from '../kept';

export interface StackBook extends Kept {
  /** By name. */
  readonly stacks: Map<string, Stack>;
}

export interface Stack {
  readonly name: string;
  readonly id: string;
  readonly createdMs: number;
  readonly updatedMs: number | null;
  readonly description: string | null;
  readonly outputs: readonly StackOutput[];
  readonly parameters: readonly StackParameter[];
  readonly resources: readonly StackResource[];
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
}

interface StackOutput {
  readonly OutputKey: string;
  readonly OutputValue: string;
  readonly Description?: string;
  readonly ExportName?: string;
}

interface StackParameter {
  readonly ParameterKey: string;
  readonly ParameterValue: string;
}

export interface StackResource {
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId: string;
  readonly ResourceType: string;
}

export function createStackBook(): StackBook {
  const stacks = new Map<string, Stack>();
  return {
    stacks,
    dump: () => [...stacks.values()],
    load(dump) {
      for (const stack of dump as Stack[]) stacks.set(stack.name, stack);
    },
    clear: () => stacks.clear(),
  };
}
