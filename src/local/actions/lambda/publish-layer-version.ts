/**
 * PublishLayerVersion: docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html
 * @emulated
 */
import type { PublishLayerVersionRequest, PublishLayerVersionResponse } from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { problemsIn, type Rules } from '../../lambda/form';
import { storeCode } from '../../lambda/source';
import { insistOnStorage } from '../../lambda/storage';
import { compatibilityRules } from '../../layers/compatibility';
import { parseLayer } from '../../layers/names';
import { layerWithContent } from '../../layers/view';
import type { Action } from '../../world';

const rules: Rules = {
  content: [Check.required],
  description: [Check.length(0, 256)],
  licenseInfo: [Check.length(0, 512)],
  ...compatibilityRules,
};

export const publishLayerVersion: Action<PublishLayerVersionRequest, PublishLayerVersionResponse> = async (
  world,
  input,
) => {
  insist(...problemsIn(input, rules));
  const { name, layerArn } = parseLayer(world, input.LayerName);
  const { CodeSha256, CodeSize } = await storeCode(world, input.Content ?? {}, '');
  const unzippedBytes = await world.code.unzippedBytes(CodeSha256);
  insistOnStorage(world, CodeSize);
  const version = world.layers.nextVersion(name);
  const entry = {
    name,
    version,
    layerArn,
    arn: `${layerArn}:${version}`,
    Description: input.Description ?? '',
    LicenseInfo: input.LicenseInfo ?? null,
    CompatibleRuntimes: input.CompatibleRuntimes ?? null,
    CompatibleArchitectures: input.CompatibleArchitectures ?? null,
    CodeSha256,
    CodeSize,
    unzippedBytes,
    createdMs: world.clock.nowMs(),
    policy: null,
    deleted: false,
  };
  world.layers.add(entry);
  return layerWithContent(world, entry);
};
