import type { Repository as RepositoryAnswer } from '@aws-sdk/client-ecr';
import { ShipitError } from '../core/errors';
import type { Repository } from '../core/stores';

/** Which repository is asked, and where. */
export interface Place {
  readonly name: string;
  /** Null for the region, or the account, of everything else. */
  readonly region: string | null;
  readonly account: string | null;
}

const arnForm = /^arn:aws[a-z-]*:ecr:([a-z]{2,5}(?:-[a-z]+)+-\d{1,2}):(\d{12}):repository\/(.+)$/;
const nameForm = /^(?=.{2,256}$)[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;

/** A name, or an ARN. `invalid` for what is neither. */
export function placeOf(repository: string): Place {
  const [, region = null, account = null, path = repository] = arnForm.exec(repository) ?? [];
  if (nameForm.test(path)) return { name: path, region, account };
  const what = `${JSON.stringify(repository)} is neither the name of a repository of ECR nor its ARN`;
  throw new ShipitError('invalid', what, {
    hint: 'Correct `ecr.repository`: lower case, with / in between.',
  });
}

export function repositoryOf(answer: RepositoryAnswer | undefined): Repository {
  const { repositoryArn: arn = '', repositoryName: name = '', registryId: account = '' } = answer ?? {};
  const { repositoryUri: uri = '' } = answer ?? {};
  const region = arn.split(':')[3] ?? '';
  if (arn !== '' && name !== '' && uri !== '' && region !== '') return { arn, name, account, region, uri };
  throw new ShipitError('invalid', 'ECR does not say where the repository is');
}
