/** Asks AWS what is live: two calls for a function that does not change, two more for one that does. */
import type { Aliases, Functions } from '../core/ports';
import { Record } from '../core/record';
import type { AliasRef } from '../core/values';
import type { Live } from './plan';
import { isServed, type Request } from './wanted';

type LookPorts = { readonly aliases: Aliases; readonly functions: Functions };

/** Deeper only when the request is not what the alias serves already. */
export async function look(ports: LookPorts, ref: AliasRef, request: Request): Promise<Live> {
  const live = await lookAtAlias(ports, ref);
  return isServed(request, live) ? live : lookDeeper(ports, ref, live);
}

/** The alias, its record, and the version it serves, asked by number: an alias may move between two calls. */
export async function lookAtAlias(ports: LookPorts, ref: AliasRef): Promise<Live> {
  const alias = await ports.aliases.read(ref);
  const record = Record.parse(alias?.description ?? '');
  const version = record.kind === 'open' ? record.record.baseline : alias?.version;
  const serving =
    version === undefined || alias === null ? null : await ports.functions.look(ref.functionName, version);
  return { alias, record, serving, latest: null, versions: [] };
}

/** Adds $LATEST and the published versions, oldest first. */
export async function lookDeeper(ports: LookPorts, ref: AliasRef, live: Live): Promise<Live> {
  const latest = await ports.functions.look(ref.functionName);
  const versions = latest === null ? [] : await ports.functions.versions(ref.functionName);
  return { ...live, latest, versions };
}
