// Generated from schemas/ by scripts/generate.js. Change the schemas, then run `npm run generate`.

export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer into the file. */
  readonly instancePath: string;
  /** Where in the bundled schema the rule stands: `#/definitions/weight/pattern`. */
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key, where a rule is about the name of a key. */
  readonly propertyName?: string;
}

/** Leaves what is wrong in `errors`, null when nothing is. */
export declare const validate: { (data: unknown): boolean; errors?: SchemaError[] | null };

/** The legal keys of each closed map, by the path of its schema: `#`, `#/definitions/function`. */
export declare const legalKeys: Readonly<Record<string, readonly string[]>>;
