import { format, inspect } from 'node:util';
import { Secret } from '../../src/core/secret';
import { Digest } from '../../src/core/values';
import fc from '../property';

const texts = fc.string({ minLength: 12 });

describe('a secret', () => {
  it('is shown by nothing that prints: not as text, JSON, in an error, in a list, or to whoever debugs', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const secret = new Secret(text);
        const values = { name: secret, list: [secret], map: new Map([['x', secret]]) };
        const shown = [
          `${secret}`,
          String(secret),
          JSON.stringify(values),
          format('%s %o %j', secret, secret, values),
          inspect(values, { depth: 9, showHidden: true }),
          new Error(`no ${secret}`).stack,
          Object.values(secret).join(),
          JSON.stringify({ ...secret }),
        ];
        for (const one of shown) expect(one).not.toContain(text);
      }),
    );
  });

  it('shows a digest, the same for the same text, so that a change can be seen', () => {
    expect(`${new Secret('hunter2')}`).toBe(`(secret ${Digest.short('hunter2')})`);
    expect(`${new Secret('hunter2')}`).toBe(`${new Secret('hunter2')}`);
    expect(`${new Secret('hunter2')}`).not.toBe(`${new Secret('hunter3')}`);
    expect(JSON.stringify([new Secret('hunter2')])).toBe(`["(secret ${Digest.short('hunter2')})"]`);
  });

  it('is revealed by asking for it, and plain text is as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(Secret.reveal(new Secret(text))).toBe(text);
        expect(Secret.reveal(text)).toBe(text);
      }),
    );
  });
});
