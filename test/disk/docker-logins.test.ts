import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDockerLogins } from '../../src/disk/docker-logins';
import { FakeProcesses } from '../fakes/processes';
import { testFolder } from './folder';

const folder = testFolder();
const basic = (text: string) => ({ auth: Buffer.from(text).toString('base64') });

async function loginsOf(config: object | string | null, processes = new FakeProcesses()) {
  if (config !== null) {
    const text = typeof config === 'string' ? config : JSON.stringify(config);
    await writeFile(join(folder.path, 'config.json'), text);
  }
  return createDockerLogins({ folder: folder.path, processes });
}

describe('logins of Docker', () => {
  it('are nobody where nobody logged in', async () => {
    expect(await (await loginsOf(null))('registry.example.com')).toBeNull();
    expect(
      await (await loginsOf({ auths: { 'other.example.com': basic('a:b') } }))('registry.example.com'),
    ).toBeNull();
  });

  it.each([
    ['registry.example.com', 'registry.example.com'],
    ['https://registry.example.com', 'registry.example.com'],
    ['https://registry.example.com/v2/', 'registry.example.com'],
    ['https://index.docker.io/v1/', 'docker.io'],
  ])('under %s are those of %s', async (server, host) => {
    const login = await loginsOf({ auths: { [server]: basic('ann:pass:word') } });
    expect(await login(host)).toEqual({ username: 'ann', password: 'pass:word', url: null });
  });

  it('may be a token that is exchanged', async () => {
    const login = await loginsOf({ auths: { 'r.example.com': { auth: 'eA==', identitytoken: 'long' } } });
    expect(await login('r.example.com')).toEqual({ username: '<token>', password: 'long', url: null });
  });

  it('may be kept by a helper, which is asked once', async () => {
    const processes = new FakeProcesses();
    processes.answer = () => ({ code: 0, stdout: '{"Username":"ann","Secret":"s"}', stderr: '' });
    const login = await loginsOf(
      { credHelpers: { 'r.example.com': 'pass' }, credsStore: 'other' },
      processes,
    );
    expect(await login('r.example.com')).toEqual({ username: 'ann', password: 's', url: null });
    await login('r.example.com');
    expect(processes.did).toHaveLength(1);
    expect(processes.did[0]).toContain('docker-credential-pass get');
  });

  it('are nobody where the helper knows nobody, has no sense, or is none', async () => {
    for (const stdout of ['', 'credentials not found', '{"Username":1}']) {
      const processes = new FakeProcesses();
      processes.answer = () => ({ code: stdout === '' ? 1 : 0, stdout, stderr: '' });
      expect(await (await loginsOf({ credsStore: 'pass' }, processes))('r.example.com')).toBeNull();
    }
    const processes = new FakeProcesses();
    expect(await (await loginsOf({ credsStore: '../evil' }, processes))('r.example.com')).toBeNull();
    expect(processes.did).toEqual([]);
  });

  it('in a file that is broken are refused', async () => {
    await expect((await loginsOf('{'))('r.example.com')).rejects.toMatchObject({ code: 'refused' });
  });
});
