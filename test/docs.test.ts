import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

test('the page of the local AWS says of every action what its file says', () => {
  const script = join(__dirname, '..', 'scripts', 'local-aws.js');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  const said = stderr
    .split('\n')
    .filter((line) => line.includes('src/local/actions') || line.includes('in no table'));
  expect(said).toEqual([]);
  expect(status).toBe(0);
});
