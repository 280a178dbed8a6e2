import { parsePattern } from '../../src/local/buses/pattern';

const event = {
  source: 'shipit',
  resources: ['a', 'b'],
  detail: {
    ...{ outcome: 'promoted', weight: 25, by: null, late: false, name: 'Orders-API.zip', empty: [] },
    functions: [
      { key: 'api', weight: 10 },
      { key: 'web', weight: 90 },
    ],
  },
};

const matches = (pattern: unknown): boolean => parsePattern(JSON.stringify(pattern))(event);
const detail = (field: object) => matches({ detail: field });

describe('an event pattern', () => {
  it.each([
    [{ source: ['shipit', 'other'] }, true],
    [{ source: ['other'] }, false],
    [{ source: ['shipit'], resources: ['b'] }, true],
    [{ source: ['shipit'], resources: ['c'] }, false],
    [{ nothing: ['x'] }, false],
    [{ detail: { weight: [25.0], late: [false], by: [null] } }, true],
    [{ detail: { weight: ['25'] } }, false],
    [{ detail: ['x'] }, false],
    [{ detail: { functions: { key: ['api'], weight: [10] } } }, true],
    [{ detail: { functions: { key: ['api'], weight: [90] } } }, false],
    [{ $or: [{ source: ['x'] }, { detail: { weight: [25] } }] }, true],
    [{ source: ['x'], $or: [{ source: ['shipit'] }, { source: ['y'] }] }, false],
  ])('of values: %j matches: %s', (pattern, wanted) => {
    expect(matches(pattern)).toBe(wanted);
  });

  it.each([
    [{ prefix: 'Orders' }, true],
    [{ prefix: 'orders' }, false],
    [{ prefix: { 'equals-ignore-case': 'ORDERS' } }, true],
    [{ suffix: '.zip' }, true],
    [{ suffix: '.gz' }, false],
    [{ 'equals-ignore-case': 'orders-api.ZIP' }, true],
    [{ 'anything-but': 'x' }, true],
    [{ 'anything-but': ['x', 'Orders-API.zip'] }, false],
    [{ 'anything-but': { prefix: 'Orders' } }, false],
    [{ 'anything-but': { suffix: ['.gz', '.zip'] } }, false],
    [{ 'anything-but': { 'equals-ignore-case': 'other' } }, true],
    [{ exists: true }, true],
    [{ exists: false }, false],
    [{ numeric: ['=', 25] }, false],
  ])('of a text: %j matches: %s', (expression, wanted) => {
    expect(detail({ name: [expression] })).toBe(wanted);
  });

  it.each([
    [['=', 25], true],
    [['>', 25], false],
    [['>=', 25], true],
    [['<', 25.5], true],
    [['>', 0, '<=', 25], true],
    [['>', 25, '<', 30], false],
  ])('of a number: %j matches: %s', (numeric, wanted) => {
    expect(detail({ weight: [{ numeric }] })).toBe(wanted);
  });

  it('knows a field that is not there from one that is null', () => {
    expect(detail({ by: [{ exists: true }] })).toBe(true);
    expect(detail({ by: [{ 'anything-but': 'x' }] })).toBe(true);
    expect(detail({ gone: [{ exists: false }] })).toBe(true);
    expect(detail({ gone: [{ 'anything-but': 'x' }] })).toBe(false);
    expect(detail({ gone: { deep: [{ exists: false }] } })).toBe(true);
    expect(detail({ empty: [{ exists: false }] })).toBe(true);
    expect(matches({ detail: [{ exists: true }] })).toBe(false);
  });

  it.each([
    ['no JSON', 'Filter is not an object'],
    ['["a list"]', 'Filter is not an object'],
    ['{}', 'Empty objects are not allowed'],
    ['{"int": 42}', '"int" must be an object or an array'],
    ['{"resources": []}', 'Empty arrays are not allowed'],
    ['{"a": [["b"]]}', 'Match value must be String, number, true, false, or null'],
    ['{"a": [{"EXISTS": true}]}', 'Unrecognized match type EXISTS'],
    ['{"a": [{"wildcard": "*"}]}', 'Unrecognized match type wildcard'],
    ['{"a": [{"exists": true, "prefix": "x"}]}', 'Only one key allowed in match expression'],
    ['{"a": [{"exists": "yes"}]}', 'exists match pattern must be either true or false.'],
    ['{"a": [{"prefix": 123}]}', 'prefix match pattern must be a string'],
    ['{"a": [{"suffix": ["x"]}]}', 'suffix match pattern must be a string'],
    ['{"a": [{"equals-ignore-case": {"prefix": "x"}}]}', 'equals-ignore-case match pattern must be a string'],
    ['{"a": [{"numeric": 5}]}', 'Value of numeric must be an array.'],
    ['{"a": [{"numeric": ["~", 0]}]}', 'Invalid numeric match operator: ~'],
    ['{"a": [{"numeric": [">", 0, ">", 0]}]}', 'Bad numeric range operator: >'],
    ['{"a": [{"numeric": [">", 0, "<"]}]}', 'Value of < must be numeric'],
    ['{"a": [{"numeric": [">", 5, "<", 1]}]}', 'Bottom must be less than top'],
    ['{"a": [{"numeric": [">", 0, "<", 5, "=", 1]}]}', 'Too many terms in numeric range expression'],
    ['{"a": [{"anything-but": []}]}', 'Empty arrays are not allowed'],
    ['{"a": [{"anything-but": [null]}]}', 'Inside anything but list, start|null|boolean is not supported.'],
    [
      '{"a": [{"anything-but": [1, "b"]}]}',
      'Inside anything but list, either all values are number or string, mixed type is not supported',
    ],
    ['{"a": [{"anything-but": {"prefix": 123}}]}', 'prefix/suffix match pattern must be a string'],
    ['{"a": [{"anything-but": {"cidr": "x"}}]}', 'Unsupported anything-but pattern: cidr'],
    [
      '{"a": [{"anything-but": {"suffix": {"equals-ignore-case": "x"}}}]}',
      'Value of anything-but must be an array or single string/number value.',
    ],
    [
      '{"a": [{"anything-but": {"equals-ignore-case": 123}}]}',
      'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.',
    ],
  ])('is refused as %s', (text, reason) => {
    expect(() => parsePattern(text)).toThrow(`Event pattern is not valid. Reason: ${reason}`);
  });
});
