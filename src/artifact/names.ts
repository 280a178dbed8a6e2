import { findHidden } from '../config/characters';
import type { Flaw } from './refuse';

/** What is wrong with the path of a file inside an artifact; null when nothing is. What is allowed may look like a secret. */
export function nameFlaw(path: string, allow: readonly string[]): Flaw | null {
  const odd = plain.test(path) ? null : oddName(path);
  if (odd !== null)
    return { what: `the file name ${JSON.stringify(path)} ${odd}`, hint: 'rename it, or delete it' };
  const secret = secretName(path);
  if (secret === null || isAllowed(path, allow)) return null;
  return { what: `${path} ${secret}`, hint: 'leave it out, or name it in `allow`' };
}

/** Named itself, or a folder that it lies in. Plain names: a pattern would let in what nobody thought of. */
export const isAllowed = (path: string, allow: readonly string[]): boolean =>
  allow.some((name) => path === name || path.startsWith(`${name.replace(/\/$/, '')}/`));

/** Most names: nothing can be wrong with them, which is worth knowing at once of 10,000. */
const plain = /^(?:[\w@][\w@.+-]*\/)*[\w@][\w@.+-]*$/;

function oddName(path: string): string | null {
  const hidden = findHidden(path);
  if (hidden) return `contains the hidden character ${hidden.name}`;
  if (/[\t\r\n]/.test(path)) return 'contains a tab or a line end';
  if (path.includes('\\')) return 'contains a backslash';
  if (path.startsWith('/') || /^[a-zA-Z]:/.test(path)) return 'is an absolute path';
  const parts = path.split('/');
  if (parts.includes('..')) return 'leaves the artifact by `..`';
  if (parts.some((part) => part === '' || part === '.')) return 'has an empty part';
  return parts.some((part) => part.startsWith('-')) ? 'begins with a dash' : null;
}

const keyNames = /^(id_(rsa|dsa|ecdsa|ed25519)(_sk)?|.+\.(ppk|p12|pfx))$/i;
const history = /(^|\/)\.git(\/|$)/i;
const environmentFile = /^\.env(\.(?!(example|sample|template)$).+)?$/i;

function secretName(path: string): string | null {
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (history.test(path)) return 'is the history of a repository';
  if (environmentFile.test(last)) return 'is a file of secrets';
  return keyNames.test(last) ? 'is a private key' : null;
}

/** Two names that are one on some disks: they differ in case only, or in how an accent is written. */
export function twins(paths: readonly string[]): Flaw | null {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const folded = path.normalize('NFC').toLowerCase();
    const other = seen.get(folded);
    if (other === path) return { what: `${path} is there twice`, hint: 'pack it once' };
    if (other !== undefined) {
      const what = `${JSON.stringify(other)} and ${JSON.stringify(path)} are the same file on some machines`;
      return { what, hint: 'rename one' };
    }
    seen.set(folded, path);
  }
  return null;
}
