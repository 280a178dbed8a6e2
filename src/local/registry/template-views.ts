/** Templates as ECR shows them. */
import type { RepositoryCreationTemplate } from '@aws-sdk/client-ecr';
import type { StoredTemplate } from './templates';

export const templateView = ({
  input,
  createdMs,
  updatedMs,
}: StoredTemplate): RepositoryCreationTemplate => ({
  encryptionConfiguration: { encryptionType: 'AES256' },
  imageTagMutability: 'MUTABLE',
  ...input,
  createdAt: new Date(createdMs),
  updatedAt: new Date(updatedMs),
});
