/** What can be typed at shipit, and what may stand where the cursor is: values between the commands, the story and the shells. */

/** What stands behind a flag or as a word of a command. */
export type ValueKind =
  | 'functions'
  | 'stage'
  | 'rollout'
  | 'alias'
  | 'release'
  | 'destination'
  | 'history'
  | 'command'
  | 'file'
  | 'folder'
  | 'text';

export interface FlagShape {
  readonly name: string;
  readonly char: string | null;
  readonly about: string;
  /** Null for one that is there or not. */
  readonly value: ValueKind | null;
  /** The only words that it takes; empty where it takes others too. */
  readonly words: readonly string[];
  readonly multiple: boolean;
  /** Flags that it does not go with. */
  readonly exclusive: readonly string[];
}

export interface CommandShape {
  readonly name: string;
  readonly about: string;
  /** What its words are; null for a command without any. */
  readonly takes: ValueKind | null;
  /** The only words that it takes, and one of them alone. */
  readonly words: readonly string[];
  readonly flags: readonly FlagShape[];
}

export interface Offer {
  readonly value: string;
  /** For people; empty when there is nothing to say. */
  readonly about: string;
  /** More is typed right behind it. */
  readonly open?: true;
}

/** What may stand where the cursor is. */
export interface Answer {
  /** `--stage=` where the value is typed in one word with its flag; each offer is what comes after it. */
  readonly prefix: string;
  readonly offers: readonly Offer[];
  /** The shell knows best which files and folders there are. */
  readonly paths: 'files' | 'folders' | null;
}
