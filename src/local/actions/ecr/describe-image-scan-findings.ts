/**
 * DescribeImageScanFindings: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImageScanFindings.html
 * @emulated
 */
import type {
  DescribeImageScanFindingsRequest,
  DescribeImageScanFindingsResponse,
} from '@aws-sdk/client-ecr';
import { refusal } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import { findImage } from '../../registry/find-image';
import { idText } from '../../registry/image-errors';
import { pageOf } from '../../registry/paging';
import { scanEndMs, severityCounts } from '../../registry/scans';
import { scanStatus } from '../../registry/views';
import type { Action } from '../../world';

export const describeImageScanFindings: Action<
  DescribeImageScanFindingsRequest,
  DescribeImageScanFindingsResponse
> = (world, input) => {
  const repository = findRepository(world, input);
  const { scan, digest } = findImage(world, repository, input.imageId);
  if (!scan)
    throw refusal.named(
      'ScanNotFoundException',
      `Image scan does not exist for the image with '${idText({ ...input.imageId, imageDigest: digest })}' in the repository with name '${repository.name}' in the registry with id '${world.account}'`,
    );
  const imageId = { ...input.imageId, imageDigest: digest };
  const about = { registryId: world.account, repositoryName: repository.name, imageId };
  const endMs = scanEndMs(world, scan);
  if (endMs === null) return { ...about, imageScanStatus: scanStatus(false) };
  const { items, more } = pageOf(scan.findings, input);
  return {
    ...about,
    imageScanStatus: scanStatus(true),
    imageScanFindings: {
      findings: [...items],
      imageScanCompletedAt: new Date(endMs),
      vulnerabilitySourceUpdatedAt: new Date(scan.startedMs),
      findingSeverityCounts: severityCounts(scan.findings),
    },
    ...more,
  };
};
