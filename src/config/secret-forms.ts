/** Texts that are known to be secrets by their form alone. Only forms that hardly anything else has: each hit stops a release. */
interface Form {
  readonly title: string;
  readonly pattern: RegExp;
}

/**
 * AWS: docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html. GitHub: "Behind GitHub's new authentication
 * token formats" and, for fine-grained tokens, its secret scanning patterns. Slack and Stripe: their pages on token types
 * and API keys.
 */
const forms: readonly Form[] = [
  { title: 'an access key id of AWS', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/ },
  { title: 'a private key', pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/ },
  { title: 'a token of GitHub', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_[A-Za-z0-9_]{60,}/ },
  { title: 'a token of Slack', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{20,}|\bxapp-\d-[A-Za-z0-9-]{20,}/ },
  {
    title: 'a webhook of Slack',
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9]+\/[A-Za-z0-9]+\/[A-Za-z0-9]{8,}/,
  },
  {
    title: 'a key of Stripe',
    pattern: /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}|\bwhsec_[A-Za-z0-9+/=]{24,}/,
  },
];

/** What a text looks like, such as `a token of GitHub`; null for anything else. */
export function secretForm(text: string): string | null {
  const found = forms.find(({ pattern }) => pattern.test(text));
  if (found) return found.title;
  return isSecretAccessKey(text) ? 'a secret access key of AWS' : null;
}

/** Of 40 random letters about 30 are different ones; of a path or a sentence as long, hardly 20. */
const fewestLetters = 22;

/** 40 letters of base64 of every kind: the digest of a commit has small letters alone. */
function isSecretAccessKey(text: string): boolean {
  const everyKind = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9/+]{40}$/;
  return everyKind.test(text) && new Set(text).size >= fewestLetters;
}
