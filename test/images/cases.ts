/** The images of the suite: one that buildah builds from Debian's files, one that is appended to a base. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ImageSource } from '../../src/config/code';
import { makeRepository, Pusher, sha256 } from '../local/registry';
import { layerOf } from '../local/tar';
import { good, type Stage } from '../stories/stage';

const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
export const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** Debian's busybox as a program that serves Lambda's runtime API. */
const bootstrap = (text: string): string => `#!/bin/busybox sh
api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation
while true; do
  head=$(/bin/busybox wget -S -O - $api/next 2>&1)
  id=$(echo "$head" | /bin/busybox sed -n 's/.*[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: *//p' | /bin/busybox tr -d '\\r')
  /bin/busybox wget -q -O - --post-data '{"said":"${text}"}' $api/$id/response
done
`;

/** Null where neither Debian's packages nor this machine have one. */
function busybox(folder: string): string | null {
  const fetched = spawnSync('apt-get', ['download', 'busybox-static'], { cwd: folder });
  if (fetched.status === 0)
    spawnSync('sh', ['-c', 'dpkg-deb -x busybox-static_*.deb package'], { cwd: folder });
  const places = [
    join(folder, 'package/usr/bin/busybox'),
    join(folder, 'package/bin/busybox'),
    '/bin/busybox',
  ];
  return places.find(existsSync) ?? null;
}

/** The image of a function, before and after a change. */
export interface Case {
  readonly name: string;
  readonly image: ImageSource;
  write(text: string): void;
}

export function built(stage: Stage): Case | string {
  if (!has('buildah')) return 'the image that buildah builds: buildah is not installed';
  const folder = join(stage.root, 'debian');
  mkdirSync(folder, { recursive: true });
  const program = busybox(stage.root);
  if (program === null) return 'the image that buildah builds: there is no busybox-static of Debian';
  copyFileSync(program, join(folder, 'busybox'));
  chmodSync(join(folder, 'busybox'), 0o755);
  const file = join(folder, 'Dockerfile');
  const lines = [
    'FROM scratch',
    'COPY busybox /bin/busybox',
    'COPY bootstrap /bootstrap',
    'ENTRYPOINT ["/bootstrap"]',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  const none = { target: null, args: {}, secrets: {}, cacheFrom: [], cacheTo: [] };
  const write = (text: string): void => {
    writeFileSync(join(folder, 'bootstrap'), bootstrap(text));
    chmodSync(join(folder, 'bootstrap'), 0o755);
  };
  const image: ImageSource = { kind: 'dockerfile', file, context: folder, builder: 'buildah', ...none };
  return { name: 'built', image, write };
}

export async function appended(stage: Stage): Promise<Case> {
  await makeRepository(stage.aws, 'base');
  const layer = await layerOf({ name: 'etc/base', data: 'a base' });
  const rootfs = { type: 'layers', diff_ids: [sha256(gunzipSync(layer))] };
  const config = {
    Entrypoint: ['/lambda-entrypoint.sh'],
    Cmd: ['index.handler'],
    Env: ['LAMBDA_TASK_ROOT=/var/task', 'PATH=/var/lang/bin:/usr/bin:/bin'],
    WorkingDir: '/var/task',
  };
  await (await Pusher.of(stage.aws)).image('base', 'v1', { layers: [layer], config, rootfs });
  const packed = { include: null, exclude: [], allow: [] };
  const add = join(stage.root, 'api');
  const image: ImageSource = { kind: 'append', base: `${host}/base:v1`, add, to: '/var/task', ...packed };
  return { name: 'appended', image, write: (text) => stage.write('api/index.js', good(text)) };
}
