/**
 * Whether what is asked for is live already. Compared is always the version the alias serves: $LATEST is nobody's, it may
 * hold what was rolled back last time or what somebody tries out in the console.
 */
import { reportedDigest } from '../artifact/signing';
import type { PublishedVersion } from '../core/function';
import { normalConfig } from '../core/normal';
import { canonical, comparable, declared } from './form';
import type { Live } from './plan';
import type { Request } from './wanted';

/** True when the alias gives all of its traffic to what is asked for, and nobody is about to change that. */
export function isServed(request: Request, live: Live): boolean {
  const { serving, alias, record } = live;
  if (serving === null) return false;
  // Nobody asked the alias: the function was at rest.
  if (alias === null) return true;
  return alias.additional === null && record.kind !== 'open' && isSame(request, serving);
}

/**
 * The same from two calls that tell neither weights nor record: who rolls out a new version has changed $LATEST, so as
 * long as that is what is served too, nobody has to ask the alias.
 */
export function isAtRest(request: Request, serving: PublishedVersion, latest: PublishedVersion): boolean {
  return (
    isSame(request, serving) &&
    latest.digest === serving.digest &&
    comparable(latest.config) === comparable(serving.config)
  );
}

/** Whether this version is what is asked for, as far as that is declared. */
export function isSame(request: Request, serving: PublishedVersion): boolean {
  const { spec } = request;
  const asked = normalConfig(spec.name, { ...serving.config, ...declared(spec) });
  return serving.digest === reportedDigest(request) && canonical(asked) === canonical(serving.config);
}
