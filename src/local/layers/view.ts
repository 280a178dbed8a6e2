/** How Lambda shows a layer version: in lists without its contents, alone with them. */
import type { GetLayerVersionResponse, LayerVersionsListItem } from '@aws-sdk/client-lambda';
import { lambdaTime } from '../lambda/view';
import type { World } from '../world';
import type { LayerVersionEntry } from './book';

export function layerItem(entry: LayerVersionEntry): LayerVersionsListItem {
  const { LicenseInfo, CompatibleRuntimes, CompatibleArchitectures } = entry;
  return {
    LayerVersionArn: entry.arn,
    Version: entry.version,
    Description: entry.Description,
    CreatedDate: lambdaTime(entry.createdMs),
    ...(CompatibleRuntimes ? { CompatibleRuntimes } : {}),
    ...(CompatibleArchitectures ? { CompatibleArchitectures } : {}),
    ...(LicenseInfo === null ? {} : { LicenseInfo }),
  } as LayerVersionsListItem;
}

export function layerWithContent(world: World, entry: LayerVersionEntry): GetLayerVersionResponse {
  const { CodeSha256, CodeSize, layerArn } = entry;
  const Content = { Location: world.downloads.location(CodeSha256), CodeSha256, CodeSize };
  return { Content, LayerArn: layerArn, ...layerItem(entry) };
}
