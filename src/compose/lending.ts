import type { Lent } from '../core/credentials';
import type { Processes } from '../core/ports';

const shown = '***';

/**
 * Programs that may act as shipit does get the credentials that it has itself: those of the profile and of the role that
 * the project names, or of a local AWS. What a program says of them goes nowhere.
 */
export function lending(processes: Processes, lent: () => Promise<Lent | null>): Processes {
  return {
    async run(argv, options) {
      const given = options.credentials ? await lent() : null;
      if (given === null) return processes.run(argv, options);
      const ran = await processes.run(argv, { ...options, variables: { ...options.variables, ...given } });
      return ran && { ...ran, stdout: without(given, ran.stdout), stderr: without(given, ran.stderr) };
    },
  };
}

/** A local AWS takes any key: its word is no secret, and may stand in others. */
function without({ AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: token }: Lent, text: string): string {
  const secrets = [key, token].filter((secret) => secret !== undefined && secret !== 'local');
  return secrets.reduce<string>((rest, secret) => rest.replaceAll(secret ?? shown, shown), text);
}
