/**
 * ListExports: docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListExports.html
 * @stored Stacks are those that were described to the world; none is made from a template.
 */
import type { ListExportsInput, ListExportsOutput } from '@aws-sdk/client-cloudformation';
import { pageOf } from '../../stacks/find';
import type { Action } from '../../world';

export const listExports: Action<ListExportsInput, ListExportsOutput> = (world, { NextToken }) => {
  const all = [...world.stacks.stacks.values()].flatMap(({ id, outputs }) =>
    outputs.flatMap(({ ExportName, OutputValue }) =>
      ExportName === undefined ? [] : [{ ExportingStackId: id, Name: ExportName, Value: OutputValue }],
    ),
  );
  const { items, more } = pageOf(all, NextToken);
  return { Exports: [...items], ...more };
};
