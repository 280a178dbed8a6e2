/** Topics of SNS with their subscriptions. */
import type { Kept } from '../kept';

export interface TopicBook extends Kept {
  /** By ARN. */
  readonly topics: Map<string, Topic>;
}

export interface Topic {
  readonly arn: string;
  readonly name: string;
  /** Those that were given; what AWS adds stands in the view. */
  readonly attributes: Attributes;
  readonly tags: Readonly<{ [key: string]: string }>;
  /** By ARN, oldest first. */
  readonly subscriptions: Map<string, Subscription>;
  /** Messages that a FIFO topic has numbered. */
  numbered: number;
}

export type Attributes = Readonly<{ [name: string]: string }>;

export interface Subscription {
  readonly arn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly attributes: Attributes;
  /** Until somebody at the endpoint has confirmed it; nobody can here. */
  readonly pending: boolean;
}

type Dump = readonly (Omit<Topic, 'subscriptions'> & { readonly subscriptions: readonly Subscription[] })[];

export function createTopicBook(): TopicBook {
  const topics = new Map<string, Topic>();
  return {
    topics,
    dump: (): Dump =>
      [...topics.values()].map((topic) => ({ ...topic, subscriptions: [...topic.subscriptions.values()] })),
    load(dump) {
      for (const topic of dump as Dump) {
        const subscriptions = new Map(topic.subscriptions.map((each) => [each.arn, each]));
        topics.set(topic.arn, { ...topic, subscriptions });
      }
    },
    clear: () => topics.clear(),
  };
}
