/** What a simulated world does not have. */
import { ShipitError } from '../core/errors';
import type { Ports } from '../core/ports';

const absent = (what: string) => (): Promise<never> =>
  Promise.reject(new ShipitError('unavailable', `a simulated world has no ${what}`));

/** A rollout moves aliases between versions; what else stands around functions is not part of the proof. */
export const absentPorts: Pick<
  Ports,
  | 'settings'
  | 'layers'
  | 'roles'
  | 'lookups'
  | 'packing'
  | 'cache'
  | 'bundler'
  | 'staging'
  | 'processes'
  | 'web'
  | 'registries'
  | 'bulletins'
  | 'depot'
  | 'signers'
  | 'repositories'
  | 'notices'
> = {
  settings: { read: absent('settings'), write: absent('settings'), mark: absent('settings') },
  layers: { versions: absent('layers'), publish: absent('layers'), remove: absent('layers') },
  roles: { read: absent('roles'), create: absent('roles'), update: absent('roles'), remove: absent('roles') },
  lookups: {
    parameter: absent('parameters'),
    secret: absent('secrets'),
    stackOutput: absent('stacks'),
    object: absent('objects'),
  },
  packing: {
    expectMany: () => undefined,
    digest: absent('files'),
    deflate: () => {
      throw new ShipitError('unavailable', 'a simulated world has no files');
    },
  },
  cache: { knows: absent('cache'), find: absent('cache'), keep: absent('cache') },
  bundler: { bundle: absent('bundler') },
  staging: {
    open: absent('folders'),
    fill: absent('folders'),
    rename: absent('folders'),
    uses: absent('folders'),
    remove: absent('folders'),
  },
  processes: { run: absent('programs') },
  web: { request: absent('web') },
  registries: {
    manifest: absent('registries'),
    has: absent('registries'),
    blob() {
      throw new ShipitError('unavailable', 'a simulated world has no registries');
    },
    push: absent('registries'),
    tag: absent('registries'),
  },
  bulletins: { publish: absent('bulletins'), put: absent('bulletins') },
  depot: { find: absent('depot'), put: absent('depot'), makeBucket: absent('depot') },
  signers: { obstacle: absent('signer'), find: absent('signer'), sign: absent('signer') },
  repositories: {
    find: absent('repositories'),
    create: absent('repositories'),
    letLambdaPull: absent('repositories'),
    images: absent('repositories'),
    remove: absent('repositories'),
    findings: absent('repositories'),
  },
  notices: { hear: () => undefined, settled: async () => undefined },
};
