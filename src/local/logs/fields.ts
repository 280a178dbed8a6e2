/**
 * Fields that Insights finds in an event by itself: members of the JSON in it, and what Lambda's own lines say
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html).
 */

export type FieldValue = string | number | boolean;

const most = { fields: 200, depth: 20 } as const;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const platformLine = new RegExp(
  `^(START|END|REPORT|INIT_START|EXTENSION|TELEMETRY)\\b(?: RequestId: (${uuid}))?`,
);
const functionLine = new RegExp(`^\\S+Z\\t(${uuid})\\t`);

/** Sizes are in bytes, of thousands: Insights divides `@memorySize` by 1000 twice to get MB. */
const reported: readonly (readonly [field: string, pattern: RegExp, factor: number])[] = [
  ['@duration', /\tDuration: ([\d.]+) ms/, 1],
  ['@billedDuration', /\tBilled Duration: ([\d.]+) ms/, 1],
  ['@initDuration', /\tInit Duration: ([\d.]+) ms/, 1],
  ['@memorySize', /\tMemory Size: ([\d.]+) MB/, 1_000_000],
  ['@maxMemoryUsed', /\tMax Memory Used: ([\d.]+) MB/, 1_000_000],
];

export function discover(message: string): Map<string, FieldValue> {
  const fields = new Map<string, FieldValue>();
  discoverLambda(fields, message);
  const json = embeddedJson(message);
  if (json !== null) flatten(fields, { prefix: '', value: json, depth: 0 });
  return fields;
}

function discoverLambda(fields: Map<string, FieldValue>, message: string): void {
  const [, type, requestId = functionLine.exec(message)?.[1]] = platformLine.exec(message) ?? [];
  if (type !== undefined) fields.set('@type', type);
  if (requestId !== undefined) fields.set('@requestId', requestId);
  if (type !== 'REPORT') return;
  for (const [field, pattern, factor] of reported) {
    const value = pattern.exec(message)?.[1];
    if (value !== undefined) fields.set(field, Number(value) * factor);
  }
}

/** The first piece of JSON, when it lasts until the end. */
function embeddedJson(message: string): object | null {
  const from = message.indexOf('{');
  if (from < 0) return null;
  try {
    return JSON.parse(message.slice(from)) as object;
  } catch {
    return null;
  }
}

interface Branch {
  readonly prefix: string;
  readonly value: object;
  readonly depth: number;
}

function flatten(fields: Map<string, FieldValue>, { prefix, value, depth }: Branch): void {
  if (depth > most.depth) return;
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (fields.size >= most.fields) return;
    const name = prefix === '' ? key.replace(/^@/, '@@') : `${prefix}.${key}`;
    if (typeof member === 'object' && member !== null)
      flatten(fields, { prefix: name, value: member, depth: depth + 1 });
    else if (member !== null) fields.set(name, member as FieldValue);
  }
}
