// Generated from schemas/ by scripts/generate.js. Change the schemas, then run `npm run generate`.

export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer into the file. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key, where a rule is about the name of a key. */
  readonly propertyName?: string;
  /** The schema whose rule was broken. */
  readonly parentSchema: {
    /** Name of the definition, or of the definition and its key. */
    readonly $comment?: string;
    /** Of a schema with several forms: the keys of each form that is a map, null for one that is none. */
    readonly branches?: Readonly<Record<string, readonly string[] | null>>;
    readonly type?: string | readonly string[];
    readonly enum?: readonly unknown[];
    readonly pattern?: string;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly properties?: Readonly<Record<string, { readonly examples?: readonly unknown[] }>>;
  };
}

/** Leaves what is wrong in `errors`, null when nothing is. */
export declare const validate: { (data: unknown): boolean; errors?: SchemaError[] | null };
