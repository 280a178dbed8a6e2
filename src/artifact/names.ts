import { findHidden } from '../config/characters';
import type { Flaw } from './refuse';

/** What is wrong with the path of a file inside an artifact; null when nothing is. */
export function nameFlaw(path: string): Flaw | null {
  const shown = JSON.stringify(path);
  const odd = oddName(path);
  if (odd !== null) return { what: `the file name ${shown} ${odd}`, hint: 'rename it, or delete it' };
  const secret = secretName(path);
  if (secret === null) return null;
  return { what: `${path} ${secret}`, hint: 'delete it there, or build into a folder of its own' };
}

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
const environmentFile = /^\.env(\.(?!(example|sample|template)$).+)?$/i;

function secretName(path: string): string | null {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  if (parts.some((part) => part.toLowerCase() === '.git')) return 'is the history of a repository';
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
