/** Zips for functions and layers: honest ones, and some that want out of their folder or fill a disk. */
import { codeOf, zipOf } from '../local/zip';

const python = 'def handler(event, context):\n    return "one"\n';

export const honestZips: readonly Buffer[] = [
  codeOf('one'),
  codeOf('two'),
  zipOf({ name: 'index.js', data: 'exports.handler = async () => { throw new Error("x") }' }),
  zipOf({ name: 'index.py', data: python }),
  zipOf(
    { name: 'nodejs/node_modules/a/index.js', data: 'module.exports = 1' },
    { name: 'bin/', mode: 0o040755 },
  ),
];

const link = (name: string, data: string) => ({ name, data, mode: 0o120777 });

/** Made when first asked for: some are large. */
const made: readonly (() => Buffer)[] = [
  () => zipOf({ name: '../../../../escape.js', data: 'x' }),
  () => zipOf({ name: '/tmp/shipit-escape', data: 'x' }),
  () => zipOf({ name: '..\\..\\escape', data: 'x' }, { name: 'C:\\escape', data: 'x' }),
  () => zipOf(link('index.js', '/etc/passwd')),
  () => zipOf(link('out', '../../..'), { name: 'out/escape.js', data: 'x' }),
  () => zipOf({ name: 'a', data: 'x' }, { name: 'a/b', data: 'x' }, { name: 'a', data: 'y' }),
  () => zipOf({ name: 'a/./../../escape', data: 'x' }, { name: './', data: '' }),
  () => zipOf({ name: '', data: 'x' }, { name: '.', data: 'x' }, { name: '\0escape', data: 'x' }),
  () => zipOf({ name: `${'d/'.repeat(2000)}x`, data: 'x' }, { name: 'n'.repeat(5000), data: 'x' }),
  () => zipOf({ name: 'fifo', data: '', mode: 0o010777 }, { name: 'device', data: '', mode: 0o060777 }),
  () => zipOf({ name: 'suid', data: 'x', mode: 0o106755 }),
  () => zipOf({ name: 'a', data: '0'.repeat(2000), claimedSize: 300_000_000 }),
  () => zipOf({ name: 'a', data: '0'.repeat(3_000_000), claimedSize: 10 }),
  () => zipOf(...Array.from({ length: 65_000 }, (_, index) => ({ name: `e${index}` }))),
  () => Buffer.concat([codeOf('one'), Buffer.alloc(70_000, 'c')]),
  () => codeOf('one').subarray(0, -10),
  () => Buffer.from('PK\x03\x04 nothing'),
  () => Buffer.from('{"a":1}'),
  () => Buffer.alloc(0),
];

const kept = new Map<number, Buffer>();

export const hostileCount = made.length;

export function hostileZip(index: number): Buffer {
  const zip = kept.get(index) ?? made[index]?.() ?? Buffer.alloc(0);
  kept.set(index, zip);
  return zip;
}
