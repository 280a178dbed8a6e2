/** Basic scans. They find nothing but what was described to the world beforehand. */
import type { ImageScanFinding } from '@aws-sdk/client-ecr';
import type { World } from '../world';
import type { Repository, Scan, StoredImage } from './book';
import { checkText, digestPattern } from './checks';
import { refusal } from './errors';
import { insistOnName } from './find';

/** World time that a scan takes; at AWS it is some seconds to a minute. */
const scanMs = 10_000;

export function startScan({ registry, clock }: World, { name }: Repository, image: StoredImage): void {
  const { findings } = registry;
  const found = findings.get(`${name}@${image.digest}`) ?? findings.get(name) ?? [];
  image.scan = { startedMs: clock.nowMs(), findings: found };
}

/** Null while it goes on. */
export function scanEndMs({ clock }: World, { startedMs }: Scan): number | null {
  const endMs = startedMs + scanMs;
  return clock.nowMs() >= endMs ? endMs : null;
}

export function severityCounts(findings: readonly ImageScanFinding[]): { [severity: string]: number } {
  const counts: { [severity: string]: number } = {};
  for (const { severity = 'UNDEFINED' } of findings) counts[severity] = (counts[severity] ?? 0) + 1;
  return counts;
}

const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL', 'UNDEFINED'];

type Json = Readonly<{ [member: string]: unknown }>;

/**
 * `[{ repositoryName, imageDigest?, findings: [{ name, severity, description?, uri? }] }]`: what scans from now on find in
 * an image, or in all of a repository. An empty list takes it back. Throws AwsError before anything is changed.
 */
export function seedFindings({ registry }: World, given: readonly unknown[]): void {
  const read = given.map(readOne);
  for (const { key, findings } of read)
    if (findings.length > 0) registry.findings.set(key, findings);
    else registry.findings.delete(key);
}

function readOne(value: unknown): { key: string; findings: ImageScanFinding[] } {
  const { repositoryName, imageDigest, findings } = asObject(value);
  const name = insistOnName(typeof repositoryName === 'string' ? repositoryName : undefined);
  const digest = typeof imageDigest === 'string' ? imageDigest : undefined;
  checkText('imageDigest', digest, { pattern: digestPattern });
  if (!Array.isArray(findings)) throw refusal.parameter('findings', 'must be a list');
  return { key: digest === undefined ? name : `${name}@${digest}`, findings: findings.map(readFinding) };
}

function readFinding(value: unknown): ImageScanFinding {
  const { name, severity, description, uri } = asObject(value);
  if (typeof name !== 'string') throw refusal.parameter('findings.name', 'must be a text');
  checkText('findings.severity', String(severity), { values: severities });
  return {
    name,
    severity: severity as NonNullable<ImageScanFinding['severity']>,
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof uri === 'string' ? { uri } : {}),
  };
}

function asObject(value: unknown): Json {
  if (typeof value === 'object' && value !== null) return value as Json;
  throw refusal.parameter('scanFindings', 'must be a list of objects');
}
