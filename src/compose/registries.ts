import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Processes } from '../core/ports';
import type { Registries, RegistryLogin } from '../core/stores';
import { createDockerLogins } from '../disk/docker-logins';
import { createRegistries } from '../registry/registries';
import { disk } from './disk';

type Logins = (host: string) => Promise<RegistryLogin | null>;

interface Machine {
  readonly env: Readonly<{ [name: string]: string | undefined }>;
  readonly processes: Processes;
}

/** Silence of a registry that has much to look at before it answers. */
const silenceMs = 60_000;

/** Registries with the logins of AWS and of this machine. They keep to its time, whatever that of a local AWS is. */
export function registriesAt({ env, processes }: Machine): (aws: Logins) => Registries {
  const folder = env.DOCKER_CONFIG || join(homedir(), '.docker');
  const docker = createDockerLogins({ folder, processes });
  return (aws) =>
    createRegistries({ ...disk, silenceMs, login: async (host) => (await aws(host)) ?? docker(host) });
}
