/** Numbers and times as AWS writes them in texts. */

/** 2.0 for 2, and 1.5E7 for large numbers. */
export function decimal(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-3)) {
    const [mantissa = '', exponent = ''] = value.toExponential().split('e');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** 2026-11-20T12:00:00.000+0000 */
export const timestamp = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');
