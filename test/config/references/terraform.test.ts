import { readState, type State, valueIn } from '../../../src/config/references/terraform';

/** In the form that Terraform 1.9 writes. */
const written = {
  version: 4,
  terraform_version: '1.9.0',
  outputs: {
    vpc: { value: 'vpc-1', type: 'string' },
    password: { value: 'hunter2', type: 'string', sensitive: true },
    subnets: { value: ['a', 'b'], type: ['list', 'string'] },
    nested: { value: { 'a.b': { port: 5432 } }, type: ['object', {}] },
    none: { value: null, type: 'string' },
  },
  resources: [
    {
      mode: 'managed',
      type: 'aws_sqs_queue',
      name: 'orders',
      instances: [
        {
          attributes: { arn: 'arn:q', delay: 5, fifo: false, tags: { Owner: 'ada' }, policy: 'p' },
          sensitive_attributes: [[{ type: 'get_attr', value: 'policy' }]],
        },
      ],
    },
    {
      mode: 'managed',
      type: 'aws_instance',
      name: 'web',
      instances: [
        { index_key: 0, attributes: { id: 'i-0' } },
        { index_key: 1, attributes: { id: 'i-1' } },
      ],
    },
    {
      module: 'module.db["main"].module.inner',
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'db',
      instances: [
        {
          index_key: 'a',
          attributes: { address: 'h', password: 'p', users: [{ name: 'x', pin: '1234' }] },
          sensitive_attributes: [
            [
              { type: 'get_attr', value: 'users' },
              { type: 'index', value: { value: 0, type: 'number' } },
              { type: 'get_attr', value: 'pin' },
            ],
          ],
        },
      ],
    },
    {
      mode: 'data',
      type: 'aws_vpc',
      name: 'main',
      instances: [{ attributes: { id: 'vpc-9' }, sensitive_attributes: [[{ type: 'new', odd: 1 }]] }],
    },
    {
      mode: 'managed',
      type: 'random_password',
      name: 'p',
      instances: [{ attributes: { result: 'r', length: 3 } }],
    },
  ],
};

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const state = readState(bytes(written)) as State;

describe('a Terraform state', () => {
  test.each([
    ['output.vpc', 'vpc-1', false],
    ['output.password', 'hunter2', true],
    ['output.subnets[1]', 'b', false],
    ['output.subnets.1', 'b', false],
    ['output.nested["a.b"].port', '5432', false],
    ['aws_sqs_queue.orders.arn', 'arn:q', false],
    ['aws_sqs_queue.orders.delay', '5', false],
    ['aws_sqs_queue.orders.fifo', 'false', false],
    ['aws_sqs_queue.orders.tags.Owner', 'ada', false],
    ['aws_sqs_queue.orders.tags["Owner"]', 'ada', false],
    ['aws_sqs_queue.orders.policy', 'p', true],
    ['aws_instance.web[1].id', 'i-1', false],
    ['module.db["main"].module.inner.aws_db_instance.db["a"].address', 'h', false],
    ['module.db["main"].module.inner.aws_db_instance.db["a"].password', 'p', true],
    ['module.db["main"].module.inner.aws_db_instance.db["a"].users[0].name', 'x', false],
    ['module.db["main"].module.inner.aws_db_instance.db["a"].users[0].pin', '1234', true],
    ['data.aws_vpc.main.id', 'vpc-9', true],
    ['random_password.p.result', 'r', true],
    ['random_password.p.length', '3', false],
  ])('says %s', (address, text, secret) => {
    expect(valueIn(state, address)).toEqual({ text, secret });
  });

  test.each([
    'output.other',
    'output.none.x',
    'output.constructor',
    'aws_sqs_queue.orders.none',
    'aws_sqs_queue.orders[0].arn',
    'aws_instance.web.id',
    'aws_instance.web[7].id',
    'aws_instance.web["1"].id',
    'aws_vpc.main.id',
    'data.aws_sqs_queue.orders.arn',
    'module.other.aws_sqs_queue.orders.arn',
    'aws_sqs_queue.orders.arn.length',
    'aws_sqs_queue.orders.__proto__',
  ])('has no %s', (address) => {
    expect(valueIn(state, address)).toMatchObject({ what: `the Terraform state has no \`${address}\`` });
  });

  test.each(['output.subnets', 'output.nested', 'output.none', 'aws_sqs_queue.orders.tags'])(
    'says that %s is no single value',
    (address) => {
      expect(valueIn(state, address)).toMatchObject({ what: expect.stringContaining('is no text') });
    },
  );

  test.each([
    ['no JSON', Buffer.from('{"password": "hunter2"')],
    ['no JSON', Buffer.from('"text"')],
    ['not of version 4', bytes({ version: 3, modules: [] })],
  ])('is refused when it is %s, and shows nothing', (why, content) => {
    const refused = readState(content);
    expect(refused).toMatchObject({ what: `the Terraform state is ${why}` });
    expect(JSON.stringify(refused)).not.toContain('hunter2');
  });

  test('of an odd form has nothing in it', () => {
    const odd = readState(
      bytes({ version: 4, outputs: [1], resources: [null, 7, { instances: 'x' }] }),
    ) as State;
    expect(valueIn(odd, 'output.a')).toHaveProperty('what');
    expect(valueIn(odd, 'a.b.c')).toHaveProperty('what');
  });
});
