/** How a command can end; the exit codes are the contract with scripts and CI (`shipit help exit-codes`). */
export type Outcome =
  | 'promoted'
  | 'rolledBack'
  | 'aborted'
  | 'lost'
  | 'stuck'
  | 'unchanged'
  | 'refused'
  | 'failed'
  | 'waiting';

export const exitCodes: Readonly<Record<Outcome, number>> = {
  promoted: 0,
  unchanged: 0,
  refused: 2,
  rolledBack: 3,
  aborted: 3,
  lost: 4,
  stuck: 5,
  waiting: 6,
  failed: 7,
};
