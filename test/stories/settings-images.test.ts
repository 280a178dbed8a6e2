/** Functions made of an image: the address with its digest is their code. */
import { digestOf, imageAt, seedImages } from '../local/lambda-steps';
import { Alone, differing } from './alone';

let alone: Alone;
const role = 'role: arn:aws:iam::123456789012:role/orders';
const nothing = { action: 'none', changes: [] };
const [one, two] = [imageAt(digestOf('a')), imageAt(digestOf('b'))];

beforeEach(async () => {
  alone = await Alone.open();
  await seedImages(alone.stage.aws, { uri: one, digest: digestOf('a') }, { uri: two, digest: digestOf('b') });
});
afterEach(() => alone.close());

const write = (image: string, ...lines: string[]) => alone.writeWhole(role, `image: ${image}`, ...lines);

test('one is made, and another image is one change', async () => {
  write(one);
  expect(await alone.deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(await alone.live()).toMatchObject({ packageType: 'Image', runtime: '', handler: '' });
  expect(await alone.planned()).toMatchObject(nothing);
  const before = await alone.live();
  write(two);
  expect((await alone.planned()).changes).toEqual(['~ code aaaaaaaa -> bbbbbbbb']);
  expect(await alone.deploy({ canary: '10%/1m' })).toMatchObject({ exitCode: 0, problems: [] });
  expect(differing(before, await alone.live())).toEqual([]);
  expect(await alone.planned()).toMatchObject(nothing);
  write(one);
  expect(await alone.deploy()).toMatchObject({ functions: [{ candidate: '1' }] });
});

test('what is set over its entry point is one change, stays when it is left out, and is gone with null', async () => {
  write(one);
  await alone.deploy();
  const before = await alone.live();
  write(one, 'imageConfig: { command: [app.handler] }');
  expect((await alone.planned()).changes).toEqual(['+ imageConfig.command app.handler']);
  expect(await alone.deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(differing(before, await alone.live())).toEqual(['imageConfig']);
  expect(await alone.planned()).toMatchObject(nothing);
  write(one);
  expect(await alone.planned()).toMatchObject(nothing);
  write(one, 'imageConfig: null');
  expect(await alone.deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(differing(before, await alone.live())).toEqual([]);
});

test('a zip never becomes an image, nor an image a zip: refused, with what to do instead', async () => {
  alone.write();
  await alone.deploy();
  write(one);
  const late = await alone.deploy();
  expect(late).toMatchObject({ outcome: 'refused', exitCode: 2 });
  expect(late.problems.join()).toMatch(
    /~ packageType Zip -> Image.*only when it makes a function.*`shipit destroy api`/,
  );
  write(one, 'name: orders-image');
  await alone.deploy();
  alone.write('name: orders-image');
  const back = await alone.deploy();
  expect(back).toMatchObject({ outcome: 'refused', exitCode: 2 });
  expect(back.problems.join()).toMatch(/~ packageType Image -> Zip/);
});
