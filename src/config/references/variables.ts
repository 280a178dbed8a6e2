import { isCredential } from '../../core/credentials';
import { type Flaw, type Found, flaw, found } from './answer';

/** The environment of shipit itself. */
export type Environment = Readonly<{ [name: string]: string | undefined }>;

/** What `env:NAME` leads to: only what the file allows by name, so that no other file of the project can read more. */
export function askVariable(env: Environment, allowed: readonly string[], name: string): Found | Flaw {
  if (isCredential(name))
    return flaw(`\`${name}\` holds credentials and is never read`, 'give the function a role instead');
  if (!allowed.includes(name))
    return flaw(`\`allowEnv\` does not name ${name}`, `write \`allowEnv: [${name}]\` at the top of the file`);
  const value = Object.hasOwn(env, name) ? env[name] : undefined;
  if (value === undefined) return flaw(`the environment variable ${name} is not set`, 'set it');
  return found(value);
}
