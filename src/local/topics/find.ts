/** Topics and subscriptions by their ARNs; pages of lists. */
import { cutPage } from '../pages';
import type { World } from '../world';
import type { Topic } from './book';
import { refusal } from './errors';

/** Only of this account and region; what is elsewhere does not exist here. */
export function findTopic({ topics }: Pick<World, 'topics'>, arn: string | undefined): Topic {
  insistOnArn(arn ?? '', 'TopicArn');
  const topic = topics.topics.get(arn ?? '');
  if (!topic) throw refusal.noTopic();
  return topic;
}

export function insistOnArn(arn: string, member: string): void {
  const parts = arn.split(':').length;
  if (parts < 6)
    throw refusal.invalid(`${member} Reason: An ARN must have at least 6 elements, not ${parts}`);
  if (!/^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]+(\.fifo)?(:[\w-]+)?$/.test(arn)) throw refusal.invalid(member);
}

const most = 100;

export interface Page<T> {
  readonly items: readonly T[];
  readonly more: { readonly NextToken?: string };
}

export function pageOf<T>(all: readonly T[], token: string | undefined): Page<T> {
  const at = { token: token || undefined, size: most, refuse: () => refusal.invalid('NextToken') };
  const { items, next } = cutPage(all, at);
  return { items, more: next === null ? {} : { NextToken: next } };
}
