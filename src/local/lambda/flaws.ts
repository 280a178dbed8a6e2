/** Why a version cannot run; the codes are those of StateReasonCode. */
export interface Flaw {
  readonly state: 'Failed' | 'Inactive';
  readonly text: string;
  readonly code: string;
}

export const flaws = {
  image: { state: 'Failed', text: 'The image of the function was deleted.', code: 'ImageDeleted' },
  badImage: { state: 'Failed', text: 'The image of the function cannot be unpacked.', code: 'InvalidImage' },
  object: {
    state: 'Inactive',
    text: 'The object with the code of the function was deleted.',
    code: 'InvalidConfiguration',
  },
  idle: { state: 'Inactive', text: 'The function is idle.', code: 'Idle' },
} as const satisfies { [name: string]: Flaw };
