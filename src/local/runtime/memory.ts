/** The memory of one process, as far as the system tells: on Linux. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Clock } from '../../core/ports';

export interface MemoryWatch {
  /** The most it ever had; 0 when that is not known. */
  peakKb(): number;
  /** Looks at it again and again while it works. */
  watch(): void;
  close(): void;
}

export interface MemoryWatchOf {
  readonly pid: number | null;
  readonly real: Clock;
  readonly limitKb: number;
  readonly works: () => boolean;
  /** It has taken more than it may. */
  readonly exceeded: () => void;
}

/** Memory is looked at this often while something runs, in real time. */
const everyMs = 100;

export function openMemory({ pid, real, limitKb, works, exceeded }: MemoryWatchOf): MemoryWatch {
  const status = pid === null ? null : openStatus(pid);
  let cancel: (() => void) | null = null;
  let peak = 0;
  const watch = (): void => {
    if (!status) return;
    cancel ??= real.after(everyMs, () => {
      cancel = null;
      if (status.read('RssAnon') > limitKb) exceeded();
      else if (works()) watch();
    });
  };
  return {
    peakKb() {
      peak = Math.max(peak, status?.read('VmHWM') ?? 0);
      return peak;
    },
    watch,
    close() {
      cancel?.();
      status?.close();
    },
  };
}

interface Status {
  /** KB; 0 when the process has ended. */
  read(name: string): number;
  close(): void;
}

/** Null where there is no /proc. */
function openStatus(pid: number): Status | null {
  let file: number | null;
  try {
    file = openSync(`/proc/${pid}/status`, 'r');
  } catch {
    return null;
  }
  const bytes = Buffer.allocUnsafe(4096);
  return {
    read(name) {
      if (file === null) return 0;
      try {
        const text = bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0));
        const at = text.indexOf(`\n${name}:`);
        return at < 0 ? 0 : Number.parseInt(text.slice(at + name.length + 2), 10);
      } catch {
        return 0;
      }
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}
