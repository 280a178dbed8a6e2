/**
 * Sends a notice where a channel says. Addresses and headers may be secrets: they go into the request and nowhere else,
 * and what an error from here says may be shown.
 */
import type { Channel } from '../config/project';
import { ShipitError } from '../core/errors';
import type { Ports } from '../core/ports';
import { Secret } from '../core/secret';
import type { Notice } from './notice';

export type Senders = Pick<Ports, 'bulletins' | 'web'>;

/** How long one try may take. */
export const tryMs = 10_000;

type Address = Extract<Channel['to'], { kind: 'slack' | 'webhook' }>;

/** What EventBridge's rules can choose by, beside the detail. */
const detailTypes = {
  started: 'Shipit Release Started',
  step: 'Shipit Release Step',
  waiting: 'Shipit Release Waiting',
  rolledBack: 'Shipit Release Rolled Back',
  promoted: 'Shipit Release Promoted',
  stuck: 'Shipit Release Stuck',
} as const;

export async function sendTo({ bulletins, web }: Senders, to: Channel['to'], notice: Notice): Promise<void> {
  const { subject, title, lines, detail } = notice;
  if (to.kind === 'sns') await bulletins.publish(to.topicArn, subject, [title, ...lines].join('\n'));
  else if (to.kind === 'eventBridge') await bulletins.put(to.bus, detailTypes[detail.occasion], detail);
  else if (to.kind === 'slack') await post(web, to, { text: slackText(notice) });
  else await post(web, to, detail);
}

async function post(web: Ports['web'], to: Address, body: object): Promise<void> {
  const own = to.kind === 'webhook' ? Object.entries(to.headers) : [];
  const given = own.map(([name, value]) => [name.toLowerCase(), Secret.reveal(value)] as const);
  const request = {
    method: 'POST',
    url: Secret.reveal(to.url),
    headers: { 'content-type': 'application/json', ...Object.fromEntries(given) },
    body: JSON.stringify(body),
    timeoutMs: tryMs,
  };
  const { status, body: said } = await web.request(request).catch((error: unknown) => {
    throw new ShipitError('unavailable', whyUnsent(error));
  });
  if (status >= 200 && status < 300) return;
  // Slack says in one word what is wrong, such as `channel_is_archived`; what others say may be anything.
  const word = to.kind === 'slack' && /^[a-z_]{1,60}$/.test(said) ? ` ${said}` : '';
  throw new ShipitError('unavailable', `it answered ${status}${word}`);
}

/** What an error says of a request may hold its address, or a header: it is told by its code alone. */
function whyUnsent(error: unknown): string {
  if (ShipitError.is(error, 'timedOut')) return 'no answer in time';
  if (ShipitError.is(error, 'refused')) return 'that address may not be asked';
  return ShipitError.is(error, 'unavailable') ? 'nobody answers there' : 'the request cannot be sent';
}

/** Nothing in it can mention somebody, or be a link that says one thing and leads to another. */
const slackText = ({ title, lines }: Notice): string => [`*${plain(title)}*`, ...lines.map(plain)].join('\n');

const plain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What people call it. Of an address only the host is shown, and of a secret one nothing. */
export function nameOf(to: Channel['to']): string {
  if (to.kind === 'sns') return `topic ${to.topicArn}`;
  if (to.kind === 'eventBridge') return `event bus ${to.bus}`;
  const shown = typeof to.url === 'string' && URL.canParse(to.url) ? ` at ${new URL(to.url).host}` : '';
  return `${to.kind === 'slack' ? 'Slack' : 'webhook'}${shown}`;
}

/** Whether what it sends stays on this machine when the AWS is a local one: a rehearsal must wake nobody. */
export function staysHere({ to }: Channel): boolean {
  if (to.kind === 'sns' || to.kind === 'eventBridge') return true;
  const url = Secret.reveal(to.url);
  return URL.canParse(url) && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}
