import { inspect } from 'node:util';
import { Digest } from './values';

/**
 * A value that must be shown to nobody. Whatever prints it (a template, JSON, the console) gets a digest instead: the
 * type says where it may go, and `reveal` is the one way to the text.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text of a value that may be a secret. For comparing, and for AWS itself. */
  static reveal(value: string | Secret): string {
    return typeof value === 'string' ? value : value.#text;
  }

  toString(): string {
    return `(secret ${Digest.short(this.#text)})`;
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
