/** What a checkup finds, and the questions that only a checkup asks: ports, with their contracts. */

export interface Finding {
  /** What it is about: `credentials`. */
  readonly area: string;
  readonly what: string;
  /** `warn` hinders nobody yet. */
  readonly state: 'ok' | 'warn' | 'bad';
  /** Why it is so; empty where there is nothing to say. */
  readonly because: string;
  /** The way out; empty where nothing is wrong. */
  readonly hint: string;
}

/** Whether a caller may do something; by what is written in policies, without doing it. */
export interface Permissions {
  /** `accessDenied` where the caller may not ask, `notFound` for a principal that IAM does not know. One answer a question. */
  simulate(principal: string, asked: Asked): Promise<Allowed[]>;
}

export interface Asked {
  /** `lambda:UpdateAlias`. */
  readonly actions: readonly string[];
  /** ARNs, or `*`. */
  readonly resources: readonly string[];
}

export interface Allowed {
  readonly action: string;
  readonly resource: string;
  readonly allowed: boolean;
  /** `implicitDeny`, `explicitDeny`, and by whom; empty when it is allowed. */
  readonly because: string;
}

/** The time of AWS, epoch ms, to the second; null when it does not say. Known from refusals, too. */
export interface ServerTime {
  serverMs(): Promise<number | null>;
}

/** What there is to know of this machine. */
export interface Machine {
  readonly node: string;
  readonly shipit: string;
  /** Null when files can be made below this folder, whether it is there or not; else what the system says. */
  unwritable(folder: string): Promise<string | null>;
  /** Null when the project has none of its own and none can be found. */
  esbuild(root: string): string | null;
}
