import { findProjectFile, shownPath } from '../../src/config/find';
import { FakeFiles } from '../fakes/edge';

function filesWith(...paths: string[]): FakeFiles {
  const files = new FakeFiles();
  for (const path of paths) files.put(path, 'project: p');
  return files;
}

describe('the project file', () => {
  it('is the nearest one upwards', async () => {
    const files = filesWith('/a/lambda.config.yaml', '/a/b/lambda.config.yml', '/a/b/c/d/x');
    expect(await findProjectFile(files, { path: null, cwd: '/a/b/c/d' })).toBe('/a/b/lambda.config.yml');
    expect(await findProjectFile(files, { path: null, cwd: '/a' })).toBe('/a/lambda.config.yaml');
  });

  it('may be JSON', async () => {
    const files = filesWith('/a/lambda.config.json');
    expect(await findProjectFile(files, { path: null, cwd: '/a/b' })).toBe('/a/lambda.config.json');
  });

  it('is the given one, seen from the working directory', async () => {
    const files = filesWith('/a/conf/prod.yaml', '/a/lambda.config.yaml');
    expect(await findProjectFile(files, { path: 'conf/prod.yaml', cwd: '/a' })).toBe('/a/conf/prod.yaml');
    expect(await findProjectFile(files, { path: '/a/conf/prod.yaml', cwd: '/b' })).toBe('/a/conf/prod.yaml');
  });

  it.each([
    [null, 'no lambda.config.yaml in /a/b or above'],
    ['conf/x.yaml', 'conf/x.yaml is not there'],
  ])('is missed with the place where it was looked for (%s)', async (path, message) => {
    const looked = findProjectFile(filesWith('/other/lambda.config.yaml'), { path, cwd: '/a/b' });
    await expect(looked).rejects.toMatchObject({ code: 'noProject', message });
  });

  it('is not chosen when there are two', async () => {
    const files = filesWith('/a/lambda.config.yaml', '/a/lambda.config.json');
    await expect(findProjectFile(files, { path: null, cwd: '/a' })).rejects.toMatchObject({
      code: 'badConfig',
      message: '/a has both lambda.config.yaml and lambda.config.json',
    });
  });

  it('is no link and no folder', async () => {
    const files = filesWith('/a/folder/x');
    files.putOdd('/a/lambda.config.yaml', 'link');
    await expect(findProjectFile(files, { path: null, cwd: '/a' })).rejects.toMatchObject({
      code: 'badConfig',
      message: 'lambda.config.yaml is a symbolic link',
    });
    await expect(findProjectFile(files, { path: 'folder', cwd: '/a' })).rejects.toMatchObject({
      code: 'badConfig',
      message: 'folder is not a file',
    });
  });

  it('is not even read above 1 MB', async () => {
    const files = new FakeFiles();
    files.put('/a/lambda.config.yaml', Buffer.alloc(1024 * 1024 + 1, '#'));
    await expect(findProjectFile(files, { path: null, cwd: '/a' })).rejects.toMatchObject({
      message: 'lambda.config.yaml:1:1  the file has 1.00 MB  (a project file has at most 1 MB)',
    });
    expect(files.did.filter((did) => JSON.stringify(did).includes('read'))).toEqual([]);
  });

  it('is named as a person there would name it', () => {
    expect(shownPath('/a/b/lambda.config.yaml', '/a/b')).toBe('lambda.config.yaml');
    expect(shownPath('/home/me/a/lambda.config.yaml', '/home/me/a/b')).toBe('../lambda.config.yaml');
    expect(shownPath('/x/lambda.config.yaml', '/a/very/deep/folder')).toBe('/x/lambda.config.yaml');
  });
});
