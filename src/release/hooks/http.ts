import { evaluate } from '../../config/expression';
import type { HttpHook } from '../../config/project';
import type { Web, WebAnswer } from '../../core/ports';
import { Secret } from '../../core/secret';
import { parseJson, shown } from './json';
import { type HookOccasion, payloadOf, type Verdict } from './occasion';

type Asked = HttpHook & { readonly timeout: number };

/** Passes when the status and, where one is asked for, the body are as expected. */
export async function askAddress(web: Web, hook: Asked, asked: HookOccasion): Promise<Verdict> {
  const { url, method, headers, timeout: timeoutMs } = hook;
  const body = withBody.includes(method.toUpperCase()) ? payloadOf(asked) : null;
  const given = Object.entries(headers).map(([name, value]) => [name, Secret.reveal(value)] as const);
  const sent = { ...(body === null ? {} : typed(headers)), ...Object.fromEntries(given) };
  return judge(hook, await web.request({ url, method, headers: sent, body, timeoutMs, stop: asked.stop }));
}

const withBody = ['POST', 'PUT', 'PATCH'];

/** Unless the hook has its own, whatever the case of its letters. */
const typed = (headers: HttpHook['headers']): { [name: string]: string } =>
  Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
    ? {}
    : { 'content-type': 'application/json' };

function judge({ status: wanted, body: expression }: HttpHook, { status, body }: WebAnswer): Verdict {
  const fail = (what: string): Verdict => ({ status: 'fail', because: `answered ${status}${what}` });
  if (!wanted.includes(status)) return fail(` instead of ${wanted.join(' or ')}${quoted(body)}`);
  if (expression === null) return { status: 'pass', because: `answered ${status}` };
  const json = parseJson(body);
  if (json === null) return fail(` without JSON${quoted(body)}`);
  const found = evaluate(expression, json.value);
  if ('problem' in found) return fail(`, and \`${expression}\` cannot be asked of that: ${found.problem}`);
  if (found.value !== true) return fail(`, and \`${expression}\` is ${shown(found.value)}`);
  return { status: 'pass', because: `answered ${status}, and \`${expression}\` is true` };
}

const quoted = (body: string): string => (body.trim() === '' ? '' : `: ${body.trim()}`);
