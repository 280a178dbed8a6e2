/** What goes from one command of a query to the next. */
import type { Row } from './row';

export interface Table {
  readonly rows: readonly Row[];
  /** Names of what is shown; null when no command has said. */
  readonly columns: readonly string[] | null;
  /** True once lines stand for many events. */
  readonly aggregated: boolean;
}

export type Command = (table: Table) => Table;
