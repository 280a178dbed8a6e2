/** Repositories and images as ECR shows them. */
import type { ImageDetail, ImageScanStatus, Repository as RepositoryView } from '@aws-sdk/client-ecr';
import type { World } from '../world';
import type { Repository, StoredImage } from './book';
import { tagsOf } from './images';
import { arnOf, uriOf } from './names';
import { scanEndMs, severityCounts } from './scans';

export function repositoryView(world: World, repository: Repository): RepositoryView {
  const { name, createdMs, mutability, exclusions, scanOnPush, encryption } = repository;
  const filters = exclusions.map((filter) => ({ filterType: 'WILDCARD' as const, filter }));
  return {
    repositoryArn: arnOf(world, name),
    registryId: world.account,
    repositoryName: name,
    repositoryUri: uriOf(world, name),
    createdAt: new Date(createdMs),
    imageTagMutability: mutability,
    ...(filters.length > 0 ? { imageTagMutabilityExclusionFilters: filters } : {}),
    imageScanningConfiguration: { scanOnPush },
    encryptionConfiguration: { ...encryption },
  };
}

export function imageView(world: World, repository: Repository, image: StoredImage): ImageDetail {
  const { digest, mediaType, artifactType, pushedMs, pulledMs, sizeBytes, subject } = image;
  const imageTags = tagsOf(repository, image);
  return {
    registryId: world.account,
    repositoryName: repository.name,
    imageDigest: digest,
    ...(imageTags.length > 0 ? { imageTags } : {}),
    imageSizeInBytes: sizeBytes,
    imagePushedAt: new Date(pushedMs),
    ...scanView(world, image),
    imageManifestMediaType: mediaType,
    ...(artifactType !== null ? { artifactMediaType: artifactType } : {}),
    ...(pulledMs !== null ? { lastRecordedPullTime: new Date(pulledMs) } : {}),
    ...(subject !== null ? { subjectManifestDigest: subject } : {}),
    imageStatus: 'ACTIVE',
  };
}

export const scanStatus = (complete: boolean): ImageScanStatus =>
  complete
    ? { status: 'COMPLETE', description: 'The scan was completed successfully.' }
    : { status: 'IN_PROGRESS' };

function scanView(
  world: World,
  { scan }: StoredImage,
): Pick<ImageDetail, 'imageScanStatus' | 'imageScanFindingsSummary'> {
  if (!scan) return {};
  const endMs = scanEndMs(world, scan);
  if (endMs === null) return { imageScanStatus: scanStatus(false) };
  return {
    imageScanStatus: scanStatus(true),
    imageScanFindingsSummary: {
      imageScanCompletedAt: new Date(endMs),
      vulnerabilitySourceUpdatedAt: new Date(scan.startedMs),
      findingSeverityCounts: severityCounts(scan.findings),
    },
  };
}
