import type { Hook as Asked, HookManner, Hooks, HttpHook } from './project';
import type { Hook, Hooks as Written } from './schema.gen';
import { duration } from './units';

/** Lambda names by the keys of the functions of a project. */
export type Names = ReadonlyMap<string, string>;

/** Hooks as the file writes them, checked before. */
export function hooksOf(hooks: Written = {}, names: Names): Hooks {
  const { preTraffic, afterStep, postTraffic, onRollback } = hooks;
  return {
    preTraffic: askedOf(preTraffic, names),
    afterStep: askedOf(afterStep, names),
    postTraffic: askedOf(postTraffic, names),
    onRollback: askedOf(onRollback, names),
  };
}

export const askedOf = (hooks: readonly Hook[] = [], names: Names): Asked[] =>
  hooks.map((hook) => hookOf(hook, names));

function hookOf(hook: Hook, names: Names): Asked {
  if ('invoke' in hook) {
    const functionName = names.get(hook.invoke) ?? hook.invoke;
    return { kind: 'invoke', functionName, ...mannerOf(hook, `invoke ${hook.invoke}`, '30s') };
  }
  if ('http' in hook) {
    const { http: url, method = 'GET', status = 200, body = null } = hook;
    // A reference may have led to a secret where the schema knows a text.
    const headers: HttpHook['headers'] = hook.headers ?? {};
    const manner = mannerOf(hook, `http ${withoutQuery(url)}`, '30s');
    return { kind: 'http', url, method, headers, status: [status].flat(), body, ...manner };
  }
  if ('run' in hook) {
    const { run: argv, credentials = false } = hook;
    return { kind: 'run', argv, credentials, ...mannerOf(hook, `run ${argv[0]}`, '5m') };
  }
  return { kind: 'smoke', ...mannerOf(hook, 'smoke', '30s') };
}

function mannerOf(hook: Hook, name: string, timeout: string): HookManner {
  return {
    name: hook.name ?? name,
    timeout: duration(hook.timeout ?? timeout),
    retries: hook.retries ?? 0,
    onTimeout: hook.onTimeout ?? 'fail',
  };
}

/** What follows may hold more than anybody wants to read in every line. */
const withoutQuery = (url: string): string => url.replace(/[?#].*$/, '');
