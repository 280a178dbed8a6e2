import { selectFunctions } from '../../src/config/select';
import { ShipitError } from '../../src/core/errors';
import { project, spec } from '../plan/scene';

const shop = project([spec({ key: 'api' }), spec({ key: 'api-admin' }), spec({ key: 'worker' })], {});
const keysOf = (...names: string[]) => selectFunctions(shop, names).map(({ key }) => key);

describe('functions named on the command line', () => {
  it.each([
    [[], ['api', 'api-admin', 'worker']],
    [['worker'], ['worker']],
    [['api*'], ['api', 'api-admin']],
    [
      ['worker', 'api'],
      ['api', 'worker'],
    ],
  ])('%j are %j', (names, keys) => {
    expect(keysOf(...names)).toEqual(keys);
  });

  it.each(['', 'nosuch', 'nosuch*'])('"%s" is refused with the keys there are', (name) => {
    const refused = () => keysOf('api', name);
    expect(refused).toThrow(ShipitError);
    expect(refused).toThrow(/no function of the project is called .+; there are: api, api-admin, worker/);
  });
});
