import { createHash } from 'node:crypto';
import type { ImageBlob } from '../../src/core/code';
import type { RegistryLogin } from '../../src/core/stores';
import { createRegistries } from '../../src/registry/registries';
import { FakeClock } from '../clock';
import { digestOf, fail, testRegistry } from './server';

const registry = testRegistry();
const oci = 'application/vnd.oci.image.manifest.v1+json';

const silenceMs = 10_000;

/** Time that stands still while a registry is waited for, unless the test is about that. */
function open(login: RegistryLogin | null = null, isSilent = false) {
  const clock = new FakeClock(0);
  const registries = createRegistries({
    clock: {
      nowMs: () => clock.nowMs(),
      monotonicMs: () => clock.monotonicMs(),
      after: (ms, then) => (ms === silenceMs && !isSilent ? nothing : clock.after(ms, then)),
    },
    ids: { jitter: () => 0.5 },
    login: async () => login,
    silenceMs,
  });
  return { clock, registries, repository: { host: registry().host, name: 'team/orders' } };
}

const ann: RegistryLogin = { username: 'ann', password: 's3cret', url: null };

const blobOf = (bytes: Uint8Array, change: Partial<ImageBlob> = {}): ImageBlob => ({
  digest: digestOf(bytes),
  bytes: bytes.length,
  from: null,
  async *read(fromByte) {
    for (let at = fromByte; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  },
  ...change,
});

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read);
}

const nothing = (): void => undefined;

/** Bytes without any order in them. */
const noise = (count: number, seed: number): Buffer =>
  createHash('shake256', { outputLength: count }).update(String(seed)).digest();

function manifestAt(reference: string, text = '{"schemaVersion":2}', type = oci) {
  const bytes = Buffer.from(text);
  registry().manifests.set(`team/orders ${reference}`, { type, bytes });
  registry().manifests.set(`team/orders ${digestOf(bytes)}`, { type, bytes });
  return { mediaType: type, bytes, digest: digestOf(bytes) };
}

describe('a manifest', () => {
  it('is found by tag and by digest, with what it is', async () => {
    const { registries, repository } = open();
    const manifest = manifestAt('v1', '{"a":1}', `${oci}; charset=utf-8`);
    const found = { ...manifest, mediaType: oci };
    expect(await registries.manifest(repository, 'v1')).toEqual(found);
    expect(await registries.manifest(repository, manifest.digest)).toEqual(found);
    expect(registry().headers[0]?.accept).toContain('manifest.list.v2+json');
  });

  it('is nothing where there is none', async () => {
    const { registries, repository } = open();
    expect(await registries.manifest(repository, 'v1')).toBeNull();
  });

  it('is refused when it is another one than was asked for', async () => {
    const { registries, repository } = open();
    const { digest } = manifestAt('v1');
    registry().manifests.set(`team/orders ${digest}`, { type: oci, bytes: Buffer.from('{"evil":true}') });
    await expect(registries.manifest(repository, digest)).rejects.toMatchObject({
      code: 'badArtifact',
      message: expect.stringContaining(`@${digest} came as sha256:`),
    });
  });

  it('is refused when the registry names another digest than it gives', async () => {
    const { registries, repository } = open();
    registry().play = (_, response) => {
      response.writeHead(200, { 'docker-content-digest': `sha256:${'0'.repeat(64)}` }).end('{}');
      return true;
    };
    await expect(registries.manifest(repository, 'v1')).rejects.toMatchObject({ code: 'badArtifact' });
  });

  it('without end is left after four megabytes', async () => {
    const { registries, repository } = open();
    const closed = new Promise<void>((resolve) => {
      registry().play = (_, response) => {
        response.on('close', resolve);
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(100_000)));
        };
        response.on('drain', more);
        more();
        return true;
      };
    });
    await expect(registries.manifest(repository, 'v1')).rejects.toMatchObject({
      code: 'badArtifact',
      message: expect.stringContaining('more than 4 MB'),
    });
    await closed;
  });

  it.each([
    [{ host: 'example.com/x', name: 'a' }, 'v1'],
    [{ host: 'user@example.com', name: 'a' }, 'v1'],
    [{ host: '127.0.0.1:1', name: '../../etc' }, 'v1'],
    [{ host: '127.0.0.1:1', name: 'Orders' }, 'v1'],
    [{ host: '127.0.0.1:1', name: 'orders' }, '../x'],
    [{ host: '127.0.0.1:1', name: 'orders' }, 'sha256:abc'],
  ])('of %j %s is not asked for: that is no name', async (repository, reference) => {
    const { registries } = open();
    await expect(registries.manifest(repository, reference)).rejects.toMatchObject({
      code: expect.stringMatching(/^(invalid|refused)$/),
    });
  });
});

describe('a registry', () => {
  it('elsewhere is never asked without encryption', async () => {
    const login = { username: 'AWS', password: 'x', url: 'http://registry.example.com' };
    const { registries } = open(login);
    await expect(
      registries.manifest({ host: 'registry.example.com', name: 'a' }, 'v1'),
    ).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('without encryption'),
    });
  });

  it('on a link-local address is not asked at all', async () => {
    const { registries } = open();
    await expect(registries.manifest({ host: '169.254.169.254', name: 'a' }, 'v1')).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('is asked where its login says it is', async () => {
    const { registries } = open({ ...ann, url: `http://${registry().host}` });
    const { digest } = manifestAt('v1');
    const repository = { host: '123456789012.dkr.ecr.eu-west-1.amazonaws.com', name: 'team/orders' };
    expect((await registries.manifest(repository, 'v1'))?.digest).toBe(digest);
  });

  it('that wants a password gets it, and is not asked for twice whether it does', async () => {
    registry().guard = 'basic';
    const { registries, repository } = open(ann);
    manifestAt('v1');
    await registries.manifest(repository, 'v1');
    await registries.manifest(repository, 'v1');
    expect(registry().headers.map(({ authorization }) => authorization !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it.each([
    ['nobody', null],
    ['somebody', ann],
  ])('that wants a token gets one for %s, once', async (_, login) => {
    registry().guard = 'bearer';
    const { registries, repository } = open(login);
    manifestAt('v1');
    await registries.manifest(repository, 'v1');
    await registries.manifest(repository, 'v1');
    const token = `GET /token?service=test&scope=${encodeURIComponent('repository:team/orders:pull')}`;
    const get = 'GET /v2/team/orders/manifests/v1';
    expect(registry().asked).toEqual([get, token, get, get]);
    expect(registry().headers[1]?.authorization === undefined).toBe(login === null);
  });

  it('gives a new token when the old one has ended', async () => {
    registry().guard = 'bearer';
    const { registries, repository, clock } = open();
    manifestAt('v1');
    await registries.manifest(repository, 'v1');
    await clock.advance(300_000);
    await registries.manifest(repository, 'v1');
    expect(registry().asked.filter((one) => one.startsWith('GET /token'))).toHaveLength(2);
  });

  it('that lets nobody in says how to log in', async () => {
    registry().guard = 'basic';
    const { registries, repository } = open({ ...ann, password: 'wrong' });
    await expect(registries.manifest(repository, 'v1')).rejects.toMatchObject({
      code: 'accessDenied',
      hint: expect.stringContaining(`docker login ${repository.host}`),
    });
    expect(registry().asked).toHaveLength(2);
  });

  it('that is out of order is asked again, later each time, and then no more', async () => {
    const { registries, repository, clock } = open();
    registry().play = (_, response) => {
      fail(response, 503, 'UNAVAILABLE');
      return true;
    };
    const failed = registries.manifest(repository, 'v1').catch((error: unknown) => error);
    expect(await clock.runUntil(failed)).toMatchObject({ code: 'unavailable' });
    expect(registry().asked).toHaveLength(5);
  });

  it('is given the time that it asks for', async () => {
    const { registries, repository, clock } = open();
    manifestAt('v1');
    registry().play = (_, response) => {
      if (registry().asked.length > 1) return false;
      response.setHeader('retry-after', '20');
      fail(response, 429, 'TOOMANYREQUESTS');
      return true;
    };
    await clock.runUntil(registries.manifest(repository, 'v1'));
    expect(clock.nowMs()).toBe(20_000);
  });

  it('that says nothing is not waited for', async () => {
    const { registries, repository, clock } = open(null, true);
    registry().play = () => {
      void clock.advance(silenceMs);
      return true;
    };
    const failed = registries.has(repository, digestOf(Buffer.from('x'))).catch((error: unknown) => error);
    expect(await clock.runUntil(failed)).toMatchObject({ code: 'timedOut' });
  });
});

describe('a blob', () => {
  const bytes = noise(300_000, 0);
  const digest = digestOf(bytes);

  it('is read from any byte', async () => {
    const { registries, repository } = open();
    registry().blobs.set(`team/orders ${digest}`, bytes);
    expect((await all(registries.blob(repository, digest, 0))).equals(bytes)).toBe(true);
    expect((await all(registries.blob(repository, digest, 299_000))).equals(bytes.subarray(299_000))).toBe(
      true,
    );
  });

  it('is read on where the connection broke', async () => {
    const { registries, repository, clock } = open();
    registry().blobs.set(`team/orders ${digest}`, bytes);
    registry().play = (_, response) => {
      if (registry().asked.length > 1) return false;
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 100_000), () => response.destroy());
      return true;
    };
    expect((await clock.runUntil(all(registries.blob(repository, digest, 0)))).equals(bytes)).toBe(true);
    expect(registry().headers[1]?.range).toMatch(/^bytes=\d+-$/);
  });

  it('goes on also where a registry gives all of it anew', async () => {
    const { registries, repository, clock } = open();
    registry().play = (_, response) => {
      response.writeHead(200, { 'content-length': bytes.length });
      if (registry().asked.length > 1) response.end(bytes);
      else response.write(bytes.subarray(0, 100_000), () => response.destroy());
      return true;
    };
    expect((await clock.runUntil(all(registries.blob(repository, digest, 0)))).equals(bytes)).toBe(true);
  });

  it('is refused at its end when it is another one', async () => {
    const { registries, repository } = open();
    registry().blobs.set(`team/orders ${digest}`, Buffer.from('evil'));
    await expect(all(registries.blob(repository, digest, 0))).rejects.toMatchObject({ code: 'badArtifact' });
  });

  it('that is not there is missed', async () => {
    const { registries, repository } = open();
    await expect(all(registries.blob(repository, digest, 0))).rejects.toMatchObject({ code: 'notFound' });
    expect(await registries.has(repository, digest)).toBe(false);
  });
});

describe('a registry that leads elsewhere', () => {
  const bytes = Buffer.from('a layer');
  const digest = digestOf(bytes);

  it('is followed, without the password', async () => {
    registry().guard = 'basic';
    const { registries, repository } = open(ann);
    const other = registry().host.replace('127.0.0.1', 'localhost');
    registry().play = ({ url, headers }, response) => {
      if (url?.startsWith('/v2/') && headers.authorization !== undefined) {
        response.writeHead(307, { location: `http://${other}/storage?signature=1` }).end();
        return true;
      }
      if (url?.startsWith('/storage')) response.end(bytes);
      return url?.startsWith('/storage') === true;
    };
    expect(await all(registries.blob(repository, digest, 0))).toEqual(bytes);
    expect(registry().headers.at(-1)).not.toHaveProperty('authorization');
    expect(registry().headers.at(-1)?.host).toBe(other);
  });

  it.each([
    ['to the keys of a machine', 'http://169.254.169.254/latest/meta-data'],
    ['to anybody without encryption', 'http://example.com/x'],
    ['to a file', 'file:///etc/passwd'],
  ])('%s is not followed', async (_, location) => {
    const { registries, repository } = open();
    registry().play = (_request, response) => {
      response.writeHead(302, { location }).end();
      return true;
    };
    await expect(all(registries.blob(repository, digest, 0))).rejects.toMatchObject({ code: 'refused' });
  });

  it('in circles is left', async () => {
    const { registries, repository, clock } = open();
    registry().play = ({ url }, response) => {
      response.writeHead(302, { location: `${url}x` }).end();
      return true;
    };
    const failed = all(registries.blob(repository, digest, 0)).catch((error: unknown) => error);
    expect(await clock.runUntil(failed)).toMatchObject({ message: expect.stringContaining('in circles') });
  });
});

describe('a push', () => {
  const bytes = noise(2_000_000, 0);
  const blob = blobOf(bytes);

  it('sends what is not there, and tells how far it is', async () => {
    const { registries, repository } = open();
    const told: number[] = [];
    await registries.push(repository, blob, (count) => told.push(count));
    expect(registry().blobs.get(`team/orders ${blob.digest}`)?.equals(bytes)).toBe(true);
    expect(told.at(-1)).toBe(bytes.length);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(registry().asked.map((one) => one.split(' ')[0])).toEqual(['HEAD', 'POST', 'PATCH', 'PUT']);
    expect(registry().asked.at(-1)).toContain('?state=0%3D&digest=sha256');
  });

  it('sends nothing that is there', async () => {
    const { registries, repository } = open();
    registry().blobs.set(`team/orders ${blob.digest}`, bytes);
    await registries.push(repository, blob, nothing);
    expect(registry().asked).toEqual([`HEAD /v2/team/orders/blobs/${blob.digest}`]);
  });

  it('has a registry take it from another of its repositories', async () => {
    const { registries, repository } = open();
    registry().blobs.set(`base ${blob.digest}`, bytes);
    await registries.push(repository, { ...blob, from: { host: repository.host, name: 'base' } }, nothing);
    expect(registry().asked.at(-1)).toBe(
      `POST /v2/team/orders/blobs/uploads/?mount=${blob.digest}&from=base`,
    );
    expect(registry().blobs.has(`team/orders ${blob.digest}`)).toBe(true);
  });

  it('sends it where the registry does not take it from there', async () => {
    const { registries, repository } = open();
    registry().play = ({ url }, response) => {
      if (!url?.includes('mount=')) return false;
      fail(response, 403, 'DENIED');
      return true;
    };
    await registries.push(repository, { ...blob, from: { host: repository.host, name: 'base' } }, nothing);
    expect(registry().blobs.has(`team/orders ${blob.digest}`)).toBe(true);
  });

  it('goes on at the byte where the connection broke', async () => {
    const { registries, repository, clock } = open();
    const from: number[] = [];
    let isBroken = false;
    registry().play = async (request) => {
      if (request.method !== 'PATCH' || isBroken) return false;
      isBroken = true;
      const upload = registry().uploads.get('u1') as { bytes: Buffer };
      for await (const chunk of request as AsyncIterable<Buffer>) {
        upload.bytes = Buffer.concat([upload.bytes, chunk]);
        if (upload.bytes.length > 500_000) break;
      }
      request.socket.destroy();
      return true;
    };
    const read = (at: number) => {
      from.push(at);
      return blob.read(at);
    };
    await clock.runUntil(registries.push(repository, { ...blob, read }, nothing));
    expect(registry().blobs.get(`team/orders ${blob.digest}`)?.equals(bytes)).toBe(true);
    expect(from).toHaveLength(2);
    expect(from[1]).toBeGreaterThan(500_000);
    expect(registry().headers.at(-2)?.['content-range']).toBe(`${from[1]}-1999999`);
  });

  it('begins again where the registry has forgotten it, and gives up some time', async () => {
    const { registries, repository, clock } = open();
    registry().play = (request) => {
      if (request.method !== 'PATCH') return false;
      registry().uploads.clear();
      request.socket.destroy();
      return true;
    };
    const failed = registries.push(repository, blob, nothing).catch((error: unknown) => error);
    expect(await clock.runUntil(failed)).toMatchObject({ code: 'unavailable' });
    expect(registry().asked.filter((one) => one.startsWith('PATCH'))).toHaveLength(5);
  });

  it('is over when only the last answer was lost', async () => {
    const { registries, repository, clock } = open();
    registry().play = (request) => {
      if (request.method !== 'PUT') return false;
      registry().blobs.set(`team/orders ${blob.digest}`, bytes);
      request.socket.destroy();
      return true;
    };
    await clock.runUntil(registries.push(repository, blob, nothing));
    expect(registry().asked.filter((one) => one.startsWith('PATCH'))).toHaveLength(1);
  });

  it('asks for a new token in the middle of it', async () => {
    registry().guard = 'bearer';
    const { registries, repository, clock } = open();
    let refused = 0;
    registry().play = (request) => {
      if (request.method !== 'PATCH' || refused > 0) return false;
      refused += 1;
      request.headers.authorization = 'Bearer old';
      return false;
    };
    await clock.runUntil(registries.push(repository, blob, nothing));
    expect(registry().blobs.has(`team/orders ${blob.digest}`)).toBe(true);
  });

  it('sends no more and no less than was said', async () => {
    const { registries, repository } = open();
    for (const count of [bytes.length - 1, bytes.length + 1]) {
      const other = { ...blob, bytes: count };
      await expect(registries.push(repository, other, nothing)).rejects.toMatchObject({
        code: 'badArtifact',
      });
    }
    expect(registry().blobs.size).toBe(0);
  });

  it('is refused when the bytes are others than was said', async () => {
    const { registries, repository } = open();
    const other = { ...blob, digest: digestOf(Buffer.from('other')) };
    await expect(registries.push(repository, other, nothing)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('DIGEST_INVALID'),
    });
  });

  it('of many blobs sends four at once, and each but once', async () => {
    const { registries, repository } = open();
    const blobs = Array.from({ length: 12 }, (_, index) => blobOf(noise(50_000, index)));
    let under = 0;
    let most = 0;
    const read = (one: ImageBlob) =>
      async function* (at: number) {
        under += 1;
        most = Math.max(most, under);
        await new Promise((resolve) => setImmediate(resolve));
        yield* one.read(at);
        under -= 1;
      };
    const watched = blobs.map((one) => ({ ...one, read: read(one) }));
    await Promise.all([...watched, ...watched].map((one) => registries.push(repository, one, nothing)));
    expect(most).toBeLessThanOrEqual(4);
    expect(registry().asked.filter((one) => one.startsWith('PATCH'))).toHaveLength(12);
  });
});

describe('a tag', () => {
  const bytes = Buffer.from('{"schemaVersion":2}');
  const manifest = { mediaType: oci, bytes, digest: digestOf(bytes) };

  it('names a manifest, as what it is', async () => {
    const { registries, repository } = open();
    await registries.tag(repository, 'v1', manifest);
    expect(registry().manifests.get('team/orders v1')).toEqual({ type: oci, bytes });
  });

  it('that does not move may be set to what it names already', async () => {
    const { registries, repository } = open();
    registry().immutable = true;
    manifestAt('v1', '{"other":1}');
    await expect(registries.tag(repository, 'v1', manifest)).rejects.toMatchObject({ code: 'alreadyExists' });
    registry().play = ({ method }, response) => {
      if (method === 'PUT') fail(response, 400, 'TAG_INVALID');
      return method === 'PUT';
    };
    manifestAt('v2', bytes.toString());
    await registries.tag(repository, 'v2', manifest);
  });

  it('of an image that lacks something is refused', async () => {
    const { registries, repository } = open();
    registry().play = ({ method }, response) => {
      if (method === 'PUT') fail(response, 404, 'MANIFEST_BLOB_UNKNOWN');
      return method === 'PUT';
    };
    await expect(registries.tag(repository, manifest.digest, manifest)).rejects.toMatchObject({
      code: 'notFound',
      message: expect.stringContaining('MANIFEST_BLOB_UNKNOWN: said by the test'),
    });
  });
});
