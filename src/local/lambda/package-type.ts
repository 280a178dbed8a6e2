/** What a function made of a zip may have, and one made of an image. */
import type { CreateFunctionRequest, UpdateFunctionCodeRequest } from '@aws-sdk/client-lambda';
import { refusal } from './errors';
import type { SettingsInput } from './settings';

export type PackageType = 'Zip' | 'Image';

type Code = Pick<UpdateFunctionCodeRequest, 'ZipFile' | 'S3Bucket' | 'S3Key' | 'ImageUri'>;

/** A zip needs a runtime and a handler, an image has its own. */
export function insistOnPackage(input: CreateFunctionRequest): void {
  const type = input.PackageType ?? 'Zip';
  insistOnKind(type, input.Code ?? {}, 'creating');
  if (type === 'Image') return;
  if (input.Runtime === undefined || input.Handler === undefined)
    throw refusal.invalid(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
}

/** The code of an update must be of the function's own kind, for that never changes (recorded). */
export const insistOnSameKind = (type: string, code: Code): void => insistOnKind(type, code, 'updating');

function insistOnKind(type: string, code: Code, doing: 'creating' | 'updating'): void {
  const zipped = code.ZipFile !== undefined || code.S3Bucket !== undefined || code.S3Key !== undefined;
  if (type === 'Image' && (zipped || code.ImageUri === undefined))
    throw refusal.invalid(`Please provide ImageUri when ${doing} a function with packageType Image.`);
  if (type !== 'Image' && code.ImageUri !== undefined)
    throw refusal.invalid(`Please don't provide ImageUri when ${doing} a function with packageType Zip.`);
}

/** The settings of a kind of function that the other kind does not have. */
export function insistOnSettingsOf(type: string, input: SettingsInput): void {
  if (type === 'Image' && (input.Runtime || input.Handler || input.Layers?.length))
    throw refusal.invalid(
      "Please don't provide Handler or Runtime or Layer when the intended function PackageType is IMAGE.",
    );
  if (type !== 'Image' && input.ImageConfig)
    throw refusal.invalid("Please don't provide ImageConfig when the intended function PackageType is ZIP.");
}
