import type { FunctionSpec } from '../config/project';
import { ShipitError } from '../core/errors';
import type { PublishedVersion } from '../core/function';
import type { Aliases, Functions } from '../core/lambda';
import { Record } from '../core/record';

/** The one version that an alias serves; `refused` where there is none, or while it moves itself. */
export async function versionBehind(
  ports: { readonly aliases: Aliases; readonly functions: Functions },
  spec: FunctionSpec,
  alias: string,
): Promise<PublishedVersion> {
  const from = `${spec.name}:${alias}`;
  if (alias === spec.alias) throw refused(spec, `${from} is the alias that would be moved`);
  const state = await ports.aliases.read({ functionName: spec.name, alias });
  if (state === null) throw refused(spec, `there is no alias ${from}`);
  if (state.additional !== null || Record.parse(state.description).kind === 'open')
    throw refused(spec, `${from} is being rolled out itself`);
  if (!/^\d+$/.test(state.version))
    throw refused(spec, `${from} serves ${state.version}, which is no version`);
  const version = await ports.functions.look(spec.name, state.version);
  if (version === null) throw refused(spec, `${from} serves version ${state.version}, which cannot be found`);
  return version;
}

const refused = ({ key }: FunctionSpec, why: string): ShipitError =>
  new ShipitError('refused', `${key}: ${why}`, {
    hint: 'Nothing was written. Name with --from-alias an alias that serves the version to roll out.',
  });
