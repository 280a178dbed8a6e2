import { setMaxListeners } from 'node:events';

export interface Interruption {
  readonly signal: AbortSignal;
  /** 130 or 143 once a signal has come, else null. */
  exitCode(): number | null;
  release(): void;
}

/** The first Ctrl-C or SIGTERM stops the work, which then restores; further ones change nothing, since it is on its way. */
export function onInterrupt(): Interruption {
  const controller = new AbortController();
  // As many waits as there are functions listen to it at once, and none is left behind.
  setMaxListeners(0, controller.signal);
  let code: number | null = null;
  const stopWith = (exitCode: number) => () => {
    code ??= exitCode;
    controller.abort();
  };
  const handlers = { SIGINT: stopWith(130), SIGTERM: stopWith(143) } as const;
  for (const [name, handler] of Object.entries(handlers)) process.on(name, handler);
  const release = () => {
    for (const [name, handler] of Object.entries(handlers)) process.off(name, handler);
  };
  return { signal: controller.signal, exitCode: () => code, release };
}
