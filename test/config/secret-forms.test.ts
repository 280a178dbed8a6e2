import { secretForm } from '../../src/config/secret-forms';
import fc from '../property';

/** Written in two parts, so that nobody who looks for secrets takes the tests for one. */
const together = (...parts: readonly string[]): string => parts.join('');

describe('a text that looks like a secret', () => {
  it.each([
    ['an access key id of AWS', together('AKIA', 'IOSFODNN7EXAMPLE')],
    ['an access key id of AWS', together('id=ASIA', 'IOSFODNN7EXAMPLE;x')],
    ['a secret access key of AWS', together('wJalrXUtnFEMI/K7MDENG', '/bPxRfiCYEXAMPLEKEY')],
    ['a private key', together('-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIE')],
    ['a private key', together('-----BEGIN ', 'PRIVATE KEY-----')],
    ['a token of GitHub', together('ghp_', 'abcdefghijklmnopqrstuvwxyz0123456789')],
    ['a token of GitHub', together('github_pat_', 'a'.repeat(82))],
    ['a token of Slack', together('xoxb-', '123456789012-123456789012-abcdefABCDEF')],
    ['a webhook of Slack', together('https://hooks.slack.com/', 'services/T00000000/B00000000/XXXXXXXXXXXX')],
    ['a key of Stripe', together('sk_live_', '4eC39HqLyjWDarjtT1zdp7dc')],
    ['a key of Stripe', together('whsec_', '0123456789abcdefghijklmn')],
  ])('is known as %s', (title, text) => {
    expect(secretForm(text)).toBe(title);
  });

  it.each([
    'orders',
    'arn:aws:iam::123456789012:role/AKIA',
    '0123456789abcdef0123456789abcdef01234567',
    '/prod/orders/Service1/settings/path/long',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaA1/',
    'https://sqs.eu-west-1.amazonaws.com/123456789012/orders',
    'postgres://db.internal:5432/orders',
    'pk_live_4eC39HqLyjWDarjtT1zdp7dc',
    '-----BEGIN CERTIFICATE-----',
    'ghp_short',
    '3f333df6-90a4-4fda-8dd3-9485d27cee36',
    `\${secret:orders/api#token}`,
  ])('is not: %s', (text) => {
    expect(secretForm(text)).toBeNull();
  });

  it('is no digest, identifier or number', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{7,64}$/);
    const words = fc.array(fc.constantFrom('orders', 'api', 'eu-west-1', 'Table', '2026'), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.oneof(
          hex,
          fc.uuid(),
          words.map((parts) => parts.join('/')),
        ),
        (text) => {
          expect(secretForm(text)).toBeNull();
        },
      ),
    );
  });
});
