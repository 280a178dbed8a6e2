import { FakeFiles } from '../fakes/edge';
import { minimal, readFrom } from './example';

function project(pattern: string): FakeFiles {
  const files = new FakeFiles();
  files.put('/p/lambda.config.yaml', minimal(`    testEvents: ${JSON.stringify(pattern)}\n`));
  files.put('/p/events/b.json', '{}');
  files.put('/p/events/a.json', '[1]');
  files.put('/p/events/deep/c.json', 'null');
  files.put('/p/events/broken.txt', '{');
  return files;
}

const read = (files: FakeFiles) => readFrom(files, { cwd: '/p' });

describe('test events', () => {
  it.each([
    ['events/*.json', ['/p/events/a.json', '/p/events/b.json']],
    ['events/**/*.json', ['/p/events/a.json', '/p/events/b.json', '/p/events/deep/c.json']],
    ['./events/b.json', ['/p/events/b.json']],
    ['./events/*.json', ['/p/events/a.json', '/p/events/b.json']],
    ['events/{a,b}.json', ['/p/events/a.json', '/p/events/b.json']],
  ])('are the files that %s matches, sorted', async (pattern, expected) => {
    expect((await read(project(pattern))).functions[0]?.testEvents).toEqual(expected);
  });

  it('are not what their functions should answer', async () => {
    const files = project('events/**/*.json');
    files.put('/p/events/a.expected.json', '{}');
    files.put('/p/events/deep/c.expected.json', '{}');
    const expected = ['/p/events/a.json', '/p/events/b.json', '/p/events/deep/c.json'];
    expect((await read(files)).functions[0]?.testEvents).toEqual(expected);
  });

  it('are refused with what is expected of them when that is no JSON', async () => {
    const files = project('events/*.json');
    files.put('/p/events/a.expected.json', '{');
    await expect(read(files)).rejects.toMatchObject({
      message: expect.stringContaining('events/a.expected.json is not JSON'),
    });
  });

  it.each([
    ['events/x*.json', 'no file matches `events/x*.json`'],
    ['nothing/*.json', 'no file matches `nothing/*.json`'],
    ['events', 'no file matches `events`'],
    ['events/*.txt', 'events/broken.txt is not JSON'],
    ['../other/*.json', '"../other/*.json" leaves the folder of the project file'],
    ['/etc/*.json', '"/etc/*.json" is an absolute path'],
  ])('are refused as %s', async (pattern, what) => {
    await expect(read(project(pattern))).rejects.toMatchObject({
      code: 'badConfig',
      message: expect.stringContaining(`lambda.config.yaml:5:17  functions.api.testEvents: ${what}`),
    });
  });

  it('are not looked for behind a link', async () => {
    const files = project('linked/*.json');
    files.putOdd('/p/linked', 'link');
    await expect(read(files)).rejects.toMatchObject({
      message: expect.stringContaining('linked is a symbolic link'),
    });
  });
});
