/** The log lines of one execution environment, as far back as an answer can show them. */

const tailBytes = 4096;

export interface LogTail {
  /** Bytes that came in so far, from `add` alone. */
  readonly received: number;
  add(bytes: Uint8Array): void;
  /** A line of the platform's own; not counted. */
  note(line: string): void;
  /** The last 4 KB; what is taken is gone. */
  take(): string;
}

export function createLogTail(): LogTail {
  let kept: Uint8Array[] = [];
  let size = 0;
  let received = 0;
  const keep = (bytes: Uint8Array): void => {
    kept.push(bytes);
    size += bytes.length;
    while (size - (kept[0]?.length ?? size) >= tailBytes) size -= kept.shift()?.length ?? 0;
  };
  return {
    get received() {
      return received;
    },
    add(bytes) {
      received += bytes.length;
      keep(bytes);
    },
    note: (line) => keep(Buffer.from(`${line}\n`)),
    take() {
      const text = Buffer.concat(kept).subarray(-tailBytes).toString();
      kept = [];
      size = 0;
      return text;
    },
  };
}

export interface ReportOf {
  readonly requestId: string;
  readonly durationMs: number;
  readonly initMs: number | null;
  readonly memorySizeMb: number;
  readonly maxMemoryMb: number;
  /** `timeout`, or the error type with which the process ended; null when it goes on. */
  readonly status: string | null;
}

/** The REPORT line. Since August 2025 a cold start is billed too. */
export function reportLine(of: ReportOf): string {
  const billedMs = Math.ceil(of.durationMs + (of.initMs ?? 0));
  const parts = [
    `REPORT RequestId: ${of.requestId}`,
    `Duration: ${of.durationMs.toFixed(2)} ms`,
    `Billed Duration: ${billedMs} ms`,
    `Memory Size: ${of.memorySizeMb} MB`,
    `Max Memory Used: ${of.maxMemoryMb} MB`,
  ];
  if (of.initMs !== null) parts.push(`Init Duration: ${of.initMs.toFixed(2)} ms`);
  if (of.status === 'timeout') parts.push('Status: timeout');
  else if (of.status !== null) parts.push('Status: error', `Error Type: ${of.status}`);
  return `${parts.join('\t')}\t`;
}
