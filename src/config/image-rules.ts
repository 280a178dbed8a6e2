import { builtImageProblems } from './built-image-rules';
import { isMadeOfImage } from './kind';
import type { Problem } from './problem';
import { isOwn, keyProblem, valueProblem } from './rule';
import type { LambdaFunction } from './schema.gen';
import type { Subject } from './subject';

/** Of entry point, command and working directory together (AWS Lambda quotas). */
const maxImageSettingsBytes = 16_384;

/** Settings of zips alone (CreateFunction; for SnapStart "Improving startup performance with Lambda SnapStart"). */
export const ofZips = [
  'handler',
  'runtime',
  'layers',
  'snapStart',
] as const satisfies (keyof LambdaFunction)[];

/** Settings of images alone. */
export const ofImages = ['imageConfig', 'ecr'] as const satisfies (keyof LambdaFunction)[];

/** What a function made of an image may have, and one made of a zip. What the defaults say for the others is passed over. */
export function imageProblems(subject: Subject): Problem[] {
  if (!isMadeOfImage(subject)) return zipProblems(subject);
  return [
    ...packageTypeProblems(subject, 'Zip'),
    ...codeProblems(subject),
    ...builtImageProblems(subject),
    ...ofZips
      .filter((setting) => isOwn(subject, setting) && !isNothing(subject.layered[setting]))
      .map((setting) =>
        keyProblem(subject, [setting], {
          what: 'a function made of an image has none',
          hint: setting === 'handler' ? 'delete it; the image has its own, or `imageConfig`' : 'delete it',
        }),
      ),
    ...tooLargeProblems(subject),
  ];
}

const isNothing = (value: unknown): boolean =>
  value === null || value === 'None' || (Array.isArray(value) && value.length === 0);

function zipProblems(subject: Subject): Problem[] {
  const said = {
    what: 'a function made of a zip has none',
    hint: 'delete it, or give the function an `image`',
  };
  return [
    ...packageTypeProblems(subject, 'Image'),
    ...ofImages
      .filter((setting) => subject.layered[setting] && isOwn(subject, setting))
      .map((setting) => keyProblem(subject, [setting], said)),
  ];
}

function packageTypeProblems(subject: Subject, wrong: 'Zip' | 'Image'): Problem[] {
  if (subject.layered.packageType !== wrong) return [];
  const what =
    wrong === 'Zip' ? 'a function with an `image` is no Zip' : 'a function without an `image` is no Image';
  const hint =
    'delete it: the package type follows from `code` and `image`, and AWS never changes it; another type is another `name`';
  return [valueProblem(subject, ['packageType'], { what, hint })];
}

/** Only `code` that the defaults have for other functions may stand beside an image. */
function codeProblems(subject: Subject): Problem[] {
  if (!subject.has(['code']) || (isOwn(subject, 'image') && !isOwn(subject, 'code'))) return [];
  const what = `\`${subject.key}\` has an \`image\` too (${subject.named(['image'])})`;
  return [keyProblem(subject, ['code'], { what, hint: 'keep one of them' })];
}

function tooLargeProblems(subject: Subject): Problem[] {
  const bytes = Buffer.byteLength(JSON.stringify(subject.layered.imageConfig ?? {}));
  if (bytes <= maxImageSettingsBytes) return [];
  const what = `${bytes} bytes; Lambda takes ${maxImageSettingsBytes}`;
  return [
    valueProblem(subject, ['imageConfig'], { what, hint: 'put the arguments into a script in the image' }),
  ];
}
