/**
 * StartImageScan: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_StartImageScan.html
 * @emulated A scan finds what was described to the world, by default nothing, after ten seconds of world time.
 */
import type { StartImageScanRequest, StartImageScanResponse } from '@aws-sdk/client-ecr';
import { refusal } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import { findImage } from '../../registry/find-image';
import { startScan } from '../../registry/scans';
import type { Action } from '../../world';

const againAfterMs = 24 * 3_600_000;

export const startImageScan: Action<StartImageScanRequest, StartImageScanResponse> = (world, input) => {
  const repository = findRepository(world, input);
  const image = findImage(world, repository, input.imageId);
  const { scan, digest, children } = image;
  if (children.length > 0)
    throw refusal.named('UnsupportedImageTypeException', 'The image is of a type that cannot be scanned.');
  if (scan && world.clock.nowMs() - scan.startedMs < againAfterMs)
    throw refusal.tooMany('The scan quota per image has been exceeded. Wait and try again.');
  startScan(world, repository, image);
  return {
    registryId: world.account,
    repositoryName: repository.name,
    imageId: { ...input.imageId, imageDigest: digest },
    imageScanStatus: { status: 'IN_PROGRESS' },
  };
};
