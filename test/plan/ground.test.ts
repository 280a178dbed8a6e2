import { groundOf } from '../../src/plan/ground';
import { roleSpec, spec, world } from './scene';

const arn = 'arn:aws:lambda:eu-west-1:123456789012:layer:theirs:3';

describe('where a release takes place', () => {
  it.each([
    ['a function runs with a role that shipit makes', spec({ role: roleSpec() })],
    ['a function names a layer of the project', spec({ config: { layers: [arn, 'layer:deps'] } })],
  ])('is asked when %s', async (_, one) => {
    const { identity } = world();
    expect(await groundOf(identity, [spec({}), one])).toEqual({
      partition: 'aws',
      account: '123456789012',
      region: 'eu-west-1',
    });
    expect(identity.did).toEqual(['whoami']);
  });

  it('is nobody to be asked about when every ARN stands in the file already', async () => {
    const { identity } = world();
    const role = 'arn:aws:iam::123456789012:role/orders';
    expect(await groundOf(identity, [spec({ config: { role, layers: [arn] } })])).toBeNull();
    expect(identity.did).toEqual([]);
  });

  it('is another partition in China', async () => {
    const { identity } = world();
    identity.caller = {
      ...identity.caller,
      arn: 'arn:aws-cn:iam::123456789012:user/ann',
      region: 'cn-north-1',
    };
    const where = await groundOf(identity, [spec({ role: roleSpec() })]);
    expect(where).toMatchObject({ partition: 'aws-cn', region: 'cn-north-1' });
  });
});
