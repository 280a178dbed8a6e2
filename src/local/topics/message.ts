/** What Publish takes for a message, in the words in which AWS refuses it (recorded). */
import type { MessageAttributeValue, PublishInput } from '@aws-sdk/client-sns';
import type { Topic } from './book';
import { refusal } from './errors';

export interface Message {
  readonly subject: string | null;
  /** By protocol; `default` is always there. */
  readonly texts: Readonly<{ [protocol: string]: string }>;
  readonly attributes: Readonly<{ [name: string]: { readonly Type: string; readonly Value: string } }>;
}

const mostBytes = 262_144;
const mostSubject = 99;

export function readMessage(input: PublishInput): Message {
  const { Message: text = '', Subject: subject, MessageStructure: structure } = input;
  if (subject !== undefined && !isSubject(subject)) throw refusal.invalid('Subject');
  if (text === '') throw refusal.invalid('Empty message');
  if (Buffer.byteLength(text) > mostBytes) throw refusal.invalid('Message too long');
  const attributes = Object.entries(input.MessageAttributes ?? {}).map(attributeOf);
  return {
    subject: subject ?? null,
    texts: structure === 'json' ? textsOf(text) : { default: text },
    attributes: Object.fromEntries(attributes),
  };
}

const isSubject = (subject: string): boolean =>
  subject.length > 0 && subject.length <= mostSubject && !/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(subject);

/** Entries that are no texts are left out. */
function textsOf(text: string): { [protocol: string]: string } {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    throw refusal.invalid('Message Structure - JSON message body failed to parse');
  }
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const texts = Object.fromEntries(entries.filter(([, each]) => typeof each === 'string'));
  if (!texts.default) throw refusal.invalid('Message Structure - No default entry in JSON message body');
  return texts;
}

function attributeOf([name, given]: [string, MessageAttributeValue]) {
  const { DataType: type = '', StringValue: text, BinaryValue: bytes } = given;
  const kind = /^(String|Number|Binary)(\..+)?$/.exec(type)?.[1];
  if (kind === undefined)
    throw refusal.badValue(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  const value = kind === 'Binary' ? bytes && Buffer.from(bytes).toString('base64') : text;
  if (!value)
    throw refusal.badValue(
      `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${type}'.`,
    );
  return [name, { Type: type, Value: value }] as const;
}

/** FIFO topics number their messages; others have no numbers. */
export function numberOf(topic: Topic, input: PublishInput): { readonly SequenceNumber?: string } {
  if (topic.attributes.FifoTopic !== 'true') return {};
  if (!input.MessageGroupId)
    throw refusal.invalid('The MessageGroupId parameter is required for FIFO topics');
  if (!input.MessageDeduplicationId && topic.attributes.ContentBasedDeduplication !== 'true')
    throw refusal.invalid(
      'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  topic.numbered += 1;
  return { SequenceNumber: `1${String(topic.numbered).padStart(19, '0')}` };
}
