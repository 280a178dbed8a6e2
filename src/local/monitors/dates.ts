/** Dates inside of what is kept as JSON. */
const mark = '\u0000date';

/** The same with every date as JSON can hold it. */
export function storable(value: unknown): unknown {
  if (value instanceof Date) return { [mark]: value.getTime() };
  return inside(value, storable);
}

/** What `storable` was made of. */
export function revived(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && mark in value) return new Date(Number(value[mark]));
  return inside(value, revived);
}

function inside(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}
