/** The environment of this process. Nothing else in this folder reads or changes it. */

export type Env = Readonly<{ [name: string]: string | undefined }>;

/** As the runner gave it. */
export const givenEnv = (): Env => ({ ...process.env });

/**
 * What is meant for this step alone is kept from the programs that shipit starts: inputs hold a token, and that of the runner
 * may do what no step may. shipit reads its environment when it is loaded, so it is loaded after this.
 */
export function keepToOurselves(): void {
  for (const name of Object.keys(process.env)) if (isOurs(name)) delete process.env[name];
}

/** For shipit, in this process. */
export function give(variables: Readonly<{ [name: string]: string }>): void {
  Object.assign(process.env, variables);
}

const isOurs = (name: string): boolean =>
  /^(INPUT|STATE)_/i.test(name) || name.toUpperCase() === 'ACTIONS_RUNTIME_TOKEN';
