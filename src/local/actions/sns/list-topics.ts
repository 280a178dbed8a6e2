/**
 * ListTopics: docs.aws.amazon.com/sns/latest/api/API_ListTopics.html
 * @emulated
 */
import type { ListTopicsInput, ListTopicsResponse } from '@aws-sdk/client-sns';
import { pageOf } from '../../topics/find';
import type { Action } from '../../world';

export const listTopics: Action<ListTopicsInput, ListTopicsResponse> = (world, { NextToken }) => {
  const { items, more } = pageOf([...world.topics.topics.keys()].sort(), NextToken);
  return { Topics: items.map((TopicArn) => ({ TopicArn })), ...more };
};
