/**
 * ListEventBuses: docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListEventBuses.html
 * @emulated
 */
import type { ListEventBusesRequest, ListEventBusesResponse } from '@aws-sdk/client-eventbridge';
import { pageOf } from '../../buses/find';
import type { Action } from '../../world';

export const listEventBuses: Action<ListEventBusesRequest, ListEventBusesResponse> = (world, input) => {
  const all = [...world.buses.buses.values()].filter(({ name }) => name.startsWith(input.NamePrefix ?? ''));
  const { items, more } = pageOf(
    all.sort((a, b) => (a.name < b.name ? -1 : 1)),
    input,
  );
  const views = items.map(({ name, createdMs, description }) => {
    const created = createdMs === null ? null : new Date(createdMs);
    return {
      Name: name,
      Arn: `arn:aws:events:${world.region}:${world.account}:event-bus/${name}`,
      ...(description === null ? {} : { Description: description }),
      ...(created === null ? {} : { CreationTime: created, LastModifiedTime: created }),
    };
  });
  return { EventBuses: views, ...more };
};
