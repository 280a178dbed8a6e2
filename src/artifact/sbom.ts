/** What is in an artifact, as CycloneDX 1.6. */
import { createHash } from 'node:crypto';

import type { Tools } from '../core/built';
import { canonicalJson } from '../core/canonical';
import { Digest } from '../core/values';
import type { BuildManifest } from './manifest';
import type { Package } from './packages';

/** Without the time of day, so that the same artifact has the same list. */
export function sbomOf(
  { key, digest, form, tools, commit }: BuildManifest,
  { project, packages }: { readonly project: string; readonly packages: readonly Package[] },
): string {
  const hashes = form === 'zip' ? [{ alg: 'SHA-256', content: Digest.hex(digest) }] : [];
  const subject = `${project}/${key}`;
  const component = {
    type: 'application',
    'bom-ref': subject,
    name: subject,
    ...(commit === null ? {} : { version: commit }),
    ...(hashes.length === 0 ? {} : { hashes }),
  };
  const components = packages.map(componentOf);
  const content = {
    metadata: { tools: { components: toolsOf(tools) }, component },
    components,
    dependencies: [{ ref: subject, dependsOn: components.map((one) => one['bom-ref']) }],
  };
  const head = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(canonicalJson(content)),
    version: 1,
  };
  return `${JSON.stringify({ ...head, ...content }, null, 2)}\n`;
}

const toolsOf = (tools: Tools) =>
  Object.entries(tools).map(([name, version]) => ({ type: 'application', name, version }));

function componentOf(one: Package) {
  const purl = purlOf(one);
  const { name, version, license, hashes } = one;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    ...(license === null ? {} : { licenses: [licenseOf(license)] }),
    ...(hashes.length === 0 ? {} : { hashes }),
  };
}

/** Lockfiles say anything there: only an expression or a name is safe to claim. */
const licenseOf = (text: string) =>
  / (AND|OR|WITH) /.test(text) ? { expression: text } : { license: { name: text } };

/** Package URL specification: a scope is a namespace, and its @ is encoded. */
function purlOf({ kind, name, version }: Package): string {
  const path = name.split('/').map(encodeURIComponent).join('/');
  return `pkg:${kind}/${path}@${encodeURIComponent(version)}`;
}

/** Equal for equal content, in the form of a UUID: a list of the same packages has the same serial number. */
function serialOf(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}
