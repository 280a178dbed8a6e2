/**
 * Hides secrets by value, in every dress in which they get into messages: as they are, base64 (also in the middle of
 * a longer base64 text), URL-encoded, JSON-escaped, and each line of a secret of several lines.
 */

/** Shorter values would tear holes into words and numbers that have nothing to do with them. */
const shortest = 6;
const shown = '***';

export class Mask {
  private forms: readonly string[] = [];

  /** From now on none of these is printed. Values below six characters are no secrets worth the name. */
  hide(secrets: readonly string[]): void {
    const forms = new Set([...this.forms, ...secrets.flatMap(formsOf)]);
    this.forms = [...forms].filter((form) => form.length >= shortest).sort((a, b) => b.length - a.length);
  }

  apply(text: string): string {
    return this.forms.reduce(
      (masked, form) => (masked.includes(form) ? masked.split(form).join(shown) : masked),
      text,
    );
  }
}

function formsOf(secret: string): string[] {
  if (secret.length < shortest) return [];
  const lines = secret.includes('\n') ? secret.split(/\r?\n/) : [];
  return [secret, ...lines].flatMap((value) => [
    value,
    ...base64Forms(value),
    encodeURIComponent(Buffer.from(value).toString()),
    formEncoded(value),
    JSON.stringify(value).slice(1, -1),
  ]);
}

/** Form encoding (a query string's values) writes a space as `+` and escapes more than a path does. */
const formEncoded = (value: string): string =>
  new URLSearchParams({ value }).toString().slice('value='.length);

/** Whole, and at each of the three places where it can begin within a group of three bytes. */
function base64Forms(value: string): string[] {
  const whole = Buffer.from(value).toString('base64');
  const inside = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
    const first = Math.ceil((before * 8) / 6);
    return bytes.toString('base64').slice(first, Math.floor((bytes.length * 8) / 6));
  });
  return [whole, ...inside].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
