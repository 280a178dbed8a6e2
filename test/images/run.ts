/**
 * Images end to end, with tools that are not ours (`npm run images`): one that buildah builds from Debian's files and one that
 * is appended without any builder go to Debian's docker-registry and to the local AWS, are read back by skopeo, and released
 * under a canary. Installs nothing; says what it leaves out and why.
 */

import { strictEqual } from 'node:assert';
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { buildArtifact } from '../../src/artifact/build';
import { Once } from '../../src/artifact/once';
import type { FunctionSpec } from '../../src/config/project';
import type { Ports } from '../../src/core/ports';
import { createClock } from '../../src/disk/clock';
import { createProcesses } from '../../src/disk/processes';
import { pushImage } from '../../src/release/push';
import { sha256 } from '../local/registry';
import { serveRegistry } from '../registry/docker-registry';
import { openStage, type Stage } from '../stories/stage';
import { appended, built, type Case, has } from './cases';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const specWith =
  ({ image, name }: Case) =>
  (spec: FunctionSpec): FunctionSpec => {
    const { role } = spec.config;
    const ecr = { repository: `orders/${name}`, create: true, failOn: null, keep: null };
    return {
      ...spec,
      code: null,
      image,
      ecr,
      name: `orders-${name}`,
      config: { ...(role ? { role } : {}), timeout: 20 },
    };
  };

/** Deploys twice; the second time the alias is asked while it holds both versions. */
async function release(stage: Stage, process_: ReturnType<Stage['process']>, one: Case): Promise<string[]> {
  const deploy = () => stage.clock.runUntil(stage.deployAs(process_, { change: specWith(one) }));
  one.write('one');
  strictEqual((await deploy()).outcome, 'promoted');
  const seen = new Set<string>();
  let asked: Promise<unknown> | null = null;
  const look = (): void => {
    const alias = stage.world.functions.entries.get(`orders-${one.name}`)?.aliases.get('live');
    if (asked !== null || alias === undefined || !JSON.stringify(alias).includes('"2"')) return;
    asked = ask(stage, `orders-${one.name}`, seen);
  };
  stage.watchers.add(look);
  one.write('two');
  const { outcome, problems } = await deploy();
  await asked;
  stage.watchers.delete(look);
  strictEqual(outcome, 'promoted', problems.join('\n'));
  return [...seen].sort();
}

/** So often that no third answer can hide, and until the canary has had its turn, which chance may put off. */
async function ask(stage: Stage, FunctionName: string, seen: Set<string>): Promise<void> {
  for (let call = 0; call < 60 || (call < 300 && seen.size < 2); call += 1) {
    const command = new InvokeCommand({ FunctionName, Qualifier: 'live', Payload: '{}' });
    const { ExecutedVersion, Payload } = await stage.aws.lambda.send(command);
    const { said } = JSON.parse(Buffer.from(Payload ?? []).toString('utf8')) as { said?: string };
    seen.add(`${ExecutedVersion} ${said}`);
  }
}

/** The same bytes as skopeo reads them, out of Debian's registry. */
async function elsewhere(stage: Stage, ports: Ports, one: Case, registry: string): Promise<void> {
  const [spec] = (await stage.read(ports, {})).functions;
  if (!spec) throw new Error('the project has no function');
  const { code, digest } = await buildArtifact(
    { ...ports, once: new Once() },
    specWith(one)(spec),
    stage.root,
  );
  if (!('image' in code)) throw new Error('it is no image');
  const arn = `arn:aws:ecr:eu-west-1:123456789012:repository/orders/${one.name}`;
  const uri = `${registry}/orders/${one.name}`;
  const found = { arn, name: `orders/${one.name}`, account: '123456789012', region: 'eu-west-1', uri };
  const repositories = {
    ...ports.repositories,
    find: async () => found,
    letLambdaPull: async () => undefined,
  };
  const { signal } = new AbortController();
  const ecr = { repository: arn, create: false, failOn: null, keep: null };
  const place = { ecr, functionName: 'orders', commit: null, tags: {}, stop: signal };
  await pushImage(
    { ...ports, repositories },
    { key: 'api', image: code.image, place, tell: async () => undefined },
  );
  const to = join(stage.root, `copy-${one.name}`);
  const flags = ['copy', '--src-tls-verify=false', '--quiet'];
  execFileSync('skopeo', [...flags, `docker://${uri}@sha256:${digest}`, `dir:${to}`], { stdio: 'pipe' });
  strictEqual(sha256(readFileSync(join(to, 'manifest.json'))), `sha256:${digest}`);
  const { authorizationData = [] } = await stage.aws.ecr.send(new GetAuthorizationTokenCommand({}));
  const [{ authorizationToken = '', proxyEndpoint = '' } = {}] = authorizationData;
  const local = `docker://${new URL(proxyEndpoint).host}/orders/${one.name}@sha256:${digest}`;
  const creds = ['--creds', Buffer.from(authorizationToken, 'base64').toString('utf8')];
  // skopeo asks while this process serves: it must not be waited for by the thread that answers.
  const inspected = await stdoutOf(['inspect', '--raw', '--tls-verify=false', ...creds, local]);
  strictEqual(sha256(inspected), `sha256:${digest}`);
}

function stdoutOf(words: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    execFile('skopeo', words, { encoding: 'buffer' }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
  });
}

async function suite(stage: Stage, registry: string): Promise<void> {
  const one = stage.process();
  const processes = createProcesses(process.env, createClock());
  const process_ = { ...one, ports: { ...one.ports, processes } };
  for (const found of [built(stage), await appended(stage)]) {
    if (typeof found === 'string') {
      say(`left out: ${found}`);
      continue;
    }
    const seen = await release(stage, process_, found);
    strictEqual(seen.join(', '), '1 one, 2 two');
    say(`${found.name}: both versions answered through the alias: ${seen.join(', ')}`);
    await elsewhere(stage, process_.ports, found, registry);
    say(`${found.name}: skopeo reads the same digest from docker-registry and from the local AWS`);
  }
}

async function main(): Promise<void> {
  const missing = ['skopeo', 'docker-registry'].filter((program) => !has(program));
  if (missing.length > 0) return say(`left out: all of it; not installed: ${missing.join(', ')}`);
  const stage = await openStage({ functions: ['api'], alarms: false });
  const registry = await serveRegistry(stage.root);
  try {
    await suite(stage, registry.host);
  } finally {
    await registry.close();
    await stage.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
