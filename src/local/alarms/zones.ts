/** Time zones of wall clock windows: `America/New_York`, `+05:30`, `Z`, `UTC+05:30`, `GMT-08:00`. */

/** Milliseconds that local time is ahead of UTC at a moment. */
export type Zone = (atMs: number) => number;

const minuteMs = 60_000;

/** Null for what is no zone, or one whose offset is no multiple of five minutes. */
export function parseZone(text: string): Zone | null {
  if (/^(Z|UTC|GMT)$/i.test(text)) return () => 0;
  const parts = /^(?:UTC|GMT)?([+-]\d{2}):?(\d{2})$/i.exec(text);
  if (parts) return fixed(`${parts[1]}:${parts[2]}`);
  return named(text);
}

function fixed(text: string): Zone | null {
  const offsetMs = offsetOf(text);
  const usable = Math.abs(offsetMs) <= 18 * 60 * minuteMs && offsetMs % (5 * minuteMs) === 0;
  return usable ? () => offsetMs : null;
}

/** `-05:00`, with `-05:30` half an hour further from UTC. */
function offsetOf(text: string): number {
  const [hours = '', minutes = '0'] = text.split(':');
  const sizeMs = (Math.abs(Number(hours)) * 60 + Number(minutes)) * minuteMs;
  return hours.startsWith('-') ? -sizeMs : sizeMs;
}

function named(zone: string): Zone | null {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(zone)) return null;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    return (atMs) => {
      const name = format.formatToParts(atMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
      return offsetOf(name.slice('GMT'.length));
    };
  } catch {
    return null;
  }
}
