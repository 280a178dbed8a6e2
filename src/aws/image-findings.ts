/** What the scan of an image found, in either of its two shapes: of ECR itself (basic), or of Amazon Inspector (enhanced). */
import type {
  DescribeImageScanFindingsResponse,
  EnhancedImageScanFinding,
  ImageScanFinding,
} from '@aws-sdk/client-ecr';
import type { Findings } from '../core/stores';

type Found = Findings['found'][number];

/** Inspector goes on watching an image, and says ACTIVE where a basic scan is COMPLETE. */
const done = ['COMPLETE', 'ACTIVE'];
const underWay = ['IN_PROGRESS', 'PENDING', 'SCAN_ON_PUSH'];

/** Null while it goes on. */
export function statusOf({ imageScanStatus }: DescribeImageScanFindingsResponse): string | null {
  const status = imageScanStatus?.status ?? 'PENDING';
  if (underWay.includes(status)) return null;
  return done.includes(status) ? 'COMPLETE' : status;
}

export function foundIn({ imageScanFindings: all = {} }: DescribeImageScanFindingsResponse): Found[] {
  return [...(all.findings ?? []).map(ofBasic), ...(all.enhancedFindings ?? []).map(ofInspector)];
}

function ofBasic({ name = '', severity = 'UNDEFINED', description = '', attributes = [] }: ImageScanFinding) {
  const attribute = (key: string) => attributes.find((one) => one.key === key)?.value;
  const where = [attribute('package_name'), attribute('package_version')].filter(Boolean).join(' ');
  return { name, severity, about: [where, description].filter(Boolean).join(': ') };
}

function ofInspector(found: EnhancedImageScanFinding): Found {
  const { title = '', severity = 'UNTRIAGED', packageVulnerabilityDetails: details = {} } = found;
  const packages = (details.vulnerablePackages ?? []).map(({ name, version }) =>
    [name, version].filter(Boolean).join(' '),
  );
  const name = details.vulnerabilityId ?? title;
  return {
    name,
    severity,
    about: [packages.join(', '), name === title ? '' : title].filter(Boolean).join(': '),
  };
}
