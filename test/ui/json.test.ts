import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { createJsonReport, toJson } from '../../src/ui/json';
import { Mask } from '../../src/ui/mask';
import { Sink } from '../../src/ui/sink';
import { allEvents, examples, later, release } from './examples';
import { KeptStream } from './streams';

const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/event.schema.json'), 'utf8'));
const ajv = addFormats(new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }));
const valid = ajv.compile(schema);

/** What a reader may find or not. */
const optional = ['faults', 'found', 'layers', 'roles', 'dirty'];

describe('the published schema of events', () => {
  it.each(allEvents.map((event) => [event.type, event] as const))('describes %s', (_type, event) => {
    valid(toJson(event));
    expect(valid.errors ?? []).toEqual([]);
  });

  it('knows every type of event, and no other', () => {
    const described = schema.oneOf.map((shape: typeof schema) => shape.properties.type.const).sort();
    expect(described).toEqual(Object.keys(examples).sort());
  });

  it.each(allEvents.map((event) => [event.type, event] as const))(
    'refuses %s with a field too few or too many',
    (_type, event) => {
      const json = toJson(event);
      expect(valid({ ...json, surprise: 1 })).toBe(false);
      for (const field of Object.keys(json).filter((name) => !optional.includes(name))) {
        expect(valid(Object.fromEntries(Object.entries(json).filter(([name]) => name !== field)))).toBe(
          false,
        );
      }
    },
  );

  it('describes how a release that is left was asked for', () => {
    const where = { stage: 'prod', alias: null, local: { port: 4580 } };
    const asked = { [release]: { functions: ['api'], ...where, choice: { rollout: 'slow' }, gated: true } };
    valid(toJson(later('status.read', 0, { where, asked })));
    expect(valid.errors ?? []).toEqual([]);
  });

  it('refuses a field too many in every nested value', () => {
    const nested = toJson(
      later('rollout.observed', 0, { alarms: [{ name: 'a', state: 'OK', reason: 'x' } as never] }),
    );
    expect(valid(nested)).toBe(false);
    const [fault] = examples['validate.finished'].faults ?? [];
    expect(
      valid(toJson({ ...examples['validate.finished'], faults: [{ ...fault, text: 'x' } as never] })),
    ).toBe(false);
  });
});

describe('events for machines', () => {
  const out = new KeptStream();
  const mask = new Mask();
  const report = createJsonReport(new Sink({ stream: out, colour: false, mask, actions: false }));

  beforeEach(() => out.writes.splice(0));

  it('come one a line, with the version first and the time as ISO 8601', () => {
    for (const event of allEvents) report.tell(event);
    expect(out.lines).toHaveLength(allEvents.length);
    for (const line of out.lines)
      expect(line).toMatch(/^\{"v":1,"type":"[a-zA-Z.]+","at":"2026-11-21T02:13:05\.000Z"/);
  });

  it('stay one line, and true, whatever stands in a message', () => {
    const message = 'a\nb\u2028c\x1b[2Jd\u0085e\u202ef';
    report.tell(later('warning', 0, { message }));
    expect(out.text).toMatch(/^[\x20-\x7e]+\n$/);
    expect(JSON.parse(out.text).message).toBe(message);
  });

  it('stay JSON when a secret is hidden and when a text is too long', () => {
    mask.hide(['"quoted", secret']);
    const message = `password "quoted", secret ${'x'.repeat(40_000)}`;
    report.tell(later('warning', 0, { message }));
    const told = JSON.parse(out.text).message;
    expect(told).toMatch(/^password \*\*\* x+ \[cut: 40013 bytes\]$/);
    expect(Buffer.byteLength(told)).toBe(16 * 1024);
  });
});
