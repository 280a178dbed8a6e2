/**
 * Code signing configurations: docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html.
 * Warn lets code pass that no publisher has signed, Enforce does not.
 */
import type { CodeSigningConfig } from '@aws-sdk/client-lambda';
import type { Kept } from '../kept';
import type { World } from '../world';
import { Check } from './constraints';
import { refusal } from './errors';
import type { Rules } from './form';
import { lambdaTime } from './view';

export interface SigningEntry {
  readonly id: string;
  readonly arn: string;
  description: string;
  publishers: readonly string[];
  policy: string;
  /** Epoch ms. */
  modifiedMs: number;
  tags: Readonly<{ [key: string]: string }>;
}

export interface SigningBook extends Kept {
  readonly entries: Map<string, SigningEntry>;
}

const region = '(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}';

export const signingRules: Rules = {
  codeSigningConfigArn: [
    Check.pattern(`arn:(aws[a-zA-Z-]*)?:lambda:${region}:\\d{12}:code-signing-config:csc-[a-z0-9]{17}`),
  ],
  description: [Check.length(0, 256)],
  'allowedPublishers.signingProfileVersionArns': [
    Check.required,
    Check.count(1, 20),
    Check.items({
      pattern: `arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:(${region})?:(\\d{12})?:(.*)`,
    }),
  ],
  'codeSigningPolicies.untrustedArtifactOnDeployment': [Check.oneOf(['Warn', 'Enforce'])],
};

export function createSigningBook(): SigningBook {
  const entries = new Map<string, SigningEntry>();
  return {
    entries,
    dump: () => [...entries.values()],
    load(dump) {
      entries.clear();
      for (const entry of dump as SigningEntry[]) entries.set(entry.arn, entry);
    },
    clear: () => entries.clear(),
  };
}

export function findSigning(world: World, arn: string | undefined): SigningEntry {
  const entry = world.signing.entries.get(arn ?? '');
  if (!entry) throw refusal.missing(`The Lambda code signing configuration ${arn} can not be found.`);
  return entry;
}

export const signingView = (entry: SigningEntry): CodeSigningConfig => ({
  CodeSigningConfigId: entry.id,
  CodeSigningConfigArn: entry.arn,
  Description: entry.description,
  AllowedPublishers: { SigningProfileVersionArns: [...entry.publishers] },
  CodeSigningPolicies: { UntrustedArtifactOnDeployment: entry.policy as 'Warn' | 'Enforce' },
  LastModified: lambdaTime(entry.modifiedMs),
});
