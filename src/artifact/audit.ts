/** What the package manager's audit says, of packages that are in an artifact. */
import type { FindingTold } from '../core/built';
import type { Package } from './packages';

const severities = ['low', 'moderate', 'high', 'critical'] as const;
export type AuditLevel = (typeof severities)[number];

export interface Auditor {
  readonly lockfile: string;
  readonly argv: readonly string[];
}

/** By the lockfile that is there; the first of them. */
export const auditors: readonly Auditor[] = [
  { lockfile: 'package-lock.json', argv: ['npm', 'audit', '--json', '--omit=dev'] },
  { lockfile: 'npm-shrinkwrap.json', argv: ['npm', 'audit', '--json', '--omit=dev'] },
  { lockfile: 'pnpm-lock.yaml', argv: ['pnpm', 'audit', '--json', '--prod'] },
];

export interface Advice extends FindingTold {
  readonly level: AuditLevel;
}

/** Null when the answer is none: the registry was not reached, or there is no audit of it. */
export function readAudit(stdout: string): Advice[] | null {
  let value: unknown;
  try {
    value = JSON.parse(stdout);
  } catch {
    return null;
  }
  if (!isMap(value)) return null;
  if (isMap(value.vulnerabilities)) return Object.entries(value.vulnerabilities).flatMap(ofNpm);
  if (isMap(value.advisories)) return Object.values(value.advisories).flatMap(ofPnpm);
  return null;
}

/** npm 7 and later: `via` is a text where it only depends on what is bad. */
function ofNpm([name, value]: [string, unknown]): Advice[] {
  if (!isMap(value) || !Array.isArray(value.via)) return [];
  return value.via
    .filter(isMap)
    .flatMap(({ title, range, severity, url }) => advice(name, { severity, about: [title, range, url] }));
}

/** pnpm answers in the form of npm 6. */
function ofPnpm(value: unknown): Advice[] {
  if (!isMap(value)) return [];
  const { module_name: name, title, vulnerable_versions: range, severity, url } = value;
  return advice(String(name), { severity, about: [title, range, url] });
}

function advice(name: string, said: { readonly severity: unknown; readonly about: unknown[] }): Advice[] {
  const level = severities.find((one) => one === said.severity);
  if (level === undefined) return [];
  const about = said.about.filter((part) => typeof part === 'string' && part !== '').join(', ');
  return [{ name, level, severity: level.toUpperCase(), about }];
}

/** The worst first. A name is enough: another version of a package in the same artifact is rare, and better said too often. */
export function adviceOn(packages: readonly Package[], advices: readonly Advice[]): Advice[] {
  const names = new Set(packages.map(({ name }) => name));
  return advices
    .filter(({ name }) => names.has(name))
    .sort((a, b) => severities.indexOf(b.level) - severities.indexOf(a.level) || (a.name < b.name ? -1 : 1));
}

export const isAtLeast = (level: AuditLevel, { level: found }: Advice): boolean =>
  severities.indexOf(found) >= severities.indexOf(level);

const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
