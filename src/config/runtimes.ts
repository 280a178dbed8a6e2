/**
 * What is known of Lambda's runtimes. It is data about today: what is not in here is not refused, because AWS adds
 * runtimes every few months.
 *
 * The names are those of AWS's own error text of January 2026 and of the SDK's model since. Dates: AWS Lambda Developer
 * Guide, "Lambda runtimes", as endoflife.date/aws-lambda had it in February 2026; where that was not read there is none,
 * because a wrong one is worse. SnapStart: the same guide, "Improving startup performance with Lambda SnapStart".
 */
interface Runtime {
  /** UTC dates; null where none is known. */
  readonly deprecated: string | null;
  readonly createBlocked: string | null;
  readonly updateBlocked: string | null;
  readonly snapStart: boolean;
}

const runtime = (deprecated: string | null, more: Partial<Runtime>): Runtime => ({
  deprecated,
  createBlocked: null,
  updateBlocked: null,
  snapStart: false,
  ...more,
});

const known: ReadonlyMap<string, Runtime> = new Map(
  Object.entries({
    'nodejs16.x': runtime(null, {}),
    'nodejs18.x': runtime(null, {}),
    'nodejs20.x': runtime('2026-04-30', { createBlocked: '2026-06-01', updateBlocked: '2026-07-01' }),
    'nodejs22.x': runtime('2027-04-30', {}),
    'nodejs24.x': runtime('2028-04-30', {}),
    'nodejs26.x': runtime(null, {}),
    'python3.8': runtime(null, {}),
    'python3.9': runtime(null, {}),
    'python3.10': runtime(null, {}),
    'python3.11': runtime(null, {}),
    'python3.12': runtime(null, { snapStart: true }),
    'python3.13': runtime('2029-06-30', { snapStart: true }),
    'python3.14': runtime('2029-06-30', { snapStart: true }),
    'python3.15': runtime(null, { snapStart: true }),
    'java8.al2': runtime(null, {}),
    'java8.al2023': runtime(null, {}),
    java11: runtime(null, { snapStart: true }),
    'java11.al2023': runtime(null, { snapStart: true }),
    java17: runtime(null, { snapStart: true }),
    'java17.al2023': runtime(null, { snapStart: true }),
    java21: runtime(null, { snapStart: true }),
    java25: runtime('2029-06-30', { snapStart: true }),
    dotnet6: runtime(null, {}),
    dotnet8: runtime(null, { snapStart: true }),
    dotnet10: runtime('2028-11-14', { snapStart: true }),
    'ruby3.2': runtime(null, {}),
    'ruby3.3': runtime(null, {}),
    'ruby3.4': runtime('2028-03-31', {}),
    'ruby4.0': runtime(null, {}),
    'provided.al2': runtime('2026-07-31', {}),
    'provided.al2023': runtime('2029-06-30', {}),
  }),
);

/** AWS answers that they are "no longer supported for creating or updating" (recorded in January 2026), and older ones. */
const ended = new Set([
  ...['nodejs', 'nodejs4.3', 'nodejs4.3-edge', 'nodejs6.10', 'nodejs8.10', 'nodejs10.x', 'nodejs12.x'],
  ...[
    'nodejs14.x',
    'python2.7',
    'python3.6',
    'python3.7',
    'java8',
    'go1.x',
    'provided',
    'ruby2.5',
    'ruby2.7',
  ],
  ...['dotnetcore1.0', 'dotnetcore2.0', 'dotnetcore2.1', 'dotnetcore3.1'],
]);

const wayOut = 'choose a newer one';

/** What to say of a runtime at a time (epoch ms), for people; null when there is nothing to say. */
export function runtimeNote(name: string, nowMs: number): string | null {
  if (ended.has(name))
    return `AWS takes ${name} no more, neither for new functions nor for updates: ${wayOut}`;
  const found = known.get(name);
  if (!found) return `${name} is no runtime that shipit knows; it is passed on as it is`;
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const since = (date: string | null): boolean => date !== null && date <= today;
  const { deprecated, createBlocked, updateBlocked } = found;
  // Announced days are moved at times, so they are told as what they are.
  if (since(updateBlocked))
    return `AWS announced to refuse updates of functions with ${name} from ${updateBlocked}: ${wayOut}`;
  const rest = updateBlocked === null ? '' : `, and updates from ${updateBlocked}`;
  if (since(createBlocked))
    return `AWS announced to refuse new functions with ${name} from ${createBlocked}${rest}: ${wayOut}`;
  if (since(deprecated))
    return `${name} is deprecated since ${deprecated}, and AWS may have stopped patching it: ${wayOut}`;
  return null;
}

/** Null for a runtime that is not known. */
export const hasSnapStart = (name: string): boolean | null =>
  ended.has(name) ? false : (known.get(name)?.snapStart ?? null);
