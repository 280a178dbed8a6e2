import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { presets } from '../../src/config/presets';
import { Duration, Percent } from '../../src/core/values';
import fc from '../property';

const root = join(__dirname, '../..');

interface Schema {
  $ref?: string;
  description?: string;
  examples?: unknown[];
  pattern?: string;
  enum?: string[];
  properties?: { [key: string]: Schema };
  additionalProperties?: unknown;
  definitions?: { [name: string]: Schema };
}

const schema: Schema = JSON.parse(readFileSync(join(root, 'lambda.config.schema.json'), 'utf8'));
const definitions = Object.entries(schema.definitions ?? {});
const definition = (name: string): Schema => schema.definitions?.[name] ?? {};
const setting = (name: string): Schema => definition('defaults').properties?.[name] ?? {};

/** What an editor shows for a key: its own words, else those of the definition it refers to. */
const resolved = (key: Schema): Schema => ({ ...definition(key.$ref?.split('/').at(-1) ?? ''), ...key });

const keys = [['file', schema] as const, ...definitions].flatMap(([noun, { properties = {} }]) =>
  Object.entries(properties).map(([key, value]) => [`${noun}.${key}`, resolved(value)] as const),
);

describe('the schema of the project file', () => {
  it('and what is generated from it have not drifted apart', () => {
    const output = execFileSync(process.execPath, [join(root, 'scripts/generate.js'), '--check'], {
      encoding: 'utf8',
    });
    expect(output).toBe('');
  });

  it('is draft-07, the newest that editors read', () => {
    expect(new Ajv({ strict: true, allowUnionTypes: true }).validateSchema(schema)).toBe(true);
    expect(schema).toHaveProperty('$schema', 'http://json-schema.org/draft-07/schema#');
  });

  it.each(keys)('explains %s and gives an example that is legal', (_name, key) => {
    expect(key.description).toMatch(/^[A-Z].*\.$/s);
    expect(key.examples?.length).toBeGreaterThan(0);
    const { $ref, ...own } = key;
    const ajv = new Ajv({ strict: false });
    const validate = ajv.compile({ ...own, definitions: schema.definitions });
    for (const example of key.examples ?? []) expect([example, validate(example)]).toEqual([example, true]);
  });

  it('closes every map whose keys it knows', () => {
    const open = definitions.filter(
      ([, { properties, additionalProperties }]) => properties && additionalProperties !== false,
    );
    expect(open).toEqual([]);
    expect(schema.additionalProperties).toBe(false);
  });

  it('lets editors take references for texts, and for nothing else', () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    const file = (settings: object, project = 'orders') => ({
      project,
      functions: { api: { code: 'x', ...settings } },
    });
    const reference = `\${cfn:Network.Value}`;
    const texts = { role: reference, kmsKey: reference, timeout: reference, vpc: { subnetIds: [reference] } };
    expect([validate(file(texts)), validate.errors]).toEqual([true, null]);
    expect(validate(file({ memorySize: reference }))).toBe(false);
    expect(validate(file({ environment: { [reference]: 'x' } }))).toBe(false);
    expect(validate(file({}, reference))).toBe(false);
  });

  it('knows the same words of CodeDeploy as the tool', () => {
    expect(definition('preset').enum).toEqual(Object.keys(presets));
  });

  const percentLike = /^\d{0,3}(\.\d{0,2})?%?$/;
  const durationLike = /^(\d{0,5}h)?(\d{0,6}m)?(\d{0,7}s)?(\d{0,8}ms)?$/;
  it.each([
    ['percent', percentLike, Percent.parse],
    ['weight', percentLike, Percent.parse],
    ['duration', durationLike, Duration.parse],
    ['timeout', durationLike, Duration.parse],
  ] as const)('lets through as a %s only what the tool reads', (name, like, read) => {
    const { pattern: written } = definition(name).pattern === undefined ? setting(name) : definition(name);
    const pattern = new RegExp(written ?? '', 'u');
    fc.assert(
      fc.property(fc.stringMatching(like), (text) => {
        expect([text, pattern.test(text) && read(text) === null]).toEqual([text, false]);
      }),
      { numRuns: 500 },
    );
  });
});
