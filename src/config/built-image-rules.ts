import { allowProblems, outsideProblems } from './code-rules';
import type { ImageMap } from './made-of';
import type { Problem } from './problem';
import { isOwn, keyProblem, valueProblem } from './rule';
import { secretForm } from './secret-forms';
import type { Subject } from './subject';

/** What the schema cannot say about an image that shipit builds, and about its repository. */
export function builtImageProblems(subject: Subject): Problem[] {
  const { image } = subject.layered;
  if (image === undefined || typeof image === 'string') return thereProblems(subject);
  const map: ImageMap = image;
  return [
    ...missingProblems(subject),
    ...(['dockerfile', 'context', 'add'] as const).flatMap((key) =>
      outsideProblems(subject, ['image', key], map[key]),
    ),
    ...Object.entries(map.secrets ?? {}).flatMap(([id, path]) =>
      outsideProblems(subject, ['image', 'secrets', id], path),
    ),
    ...allowProblems(subject, ['image'], map.allow),
    ...Object.entries(map.args ?? {}).flatMap((arg) => argProblems(subject, arg)),
    ...repositoryProblems(subject),
  ];
}

/** Nothing is built, and nothing pushed; what the defaults say is for other functions. */
function thereProblems(subject: Subject): Problem[] {
  return (['build', 'ecr'] as const)
    .filter((setting) => subject.layered[setting] != null && isOwn(subject, setting))
    .map((setting) => {
      const what = 'the `image` is there already: shipit neither builds nor pushes it';
      return keyProblem(subject, [setting], { what, hint: 'delete it' });
    });
}

function missingProblems(subject: Subject): Problem[] {
  if (!subject.has(['image', 'base']) || subject.has(['image', 'add'])) return [];
  return [keyProblem(subject, ['image'], { what: '`add` is missing', hint: 'such as add: dist' })];
}

/** They stay in the history of the image, where everybody reads them who may pull it. */
function argProblems(subject: Subject, [name, value]: [string, string]): Problem[] {
  const form = secretForm(value);
  if (form === null) return [];
  const hint = `put it into a file, and name that in \`secrets\``;
  const said = valueProblem(subject, ['image', 'args', name], { what: `looks like ${form}`, hint });
  return [{ ...said, hidden: true }];
}

function repositoryProblems(subject: Subject): Problem[] {
  const { repository, create } = subject.layered.ecr ?? {};
  if (!create || !repository?.startsWith('arn:')) return [];
  const what = 'shipit makes repositories in the account and region of the release alone';
  const hint = 'write the name of the repository, or `create: false`';
  return [valueProblem(subject, ['ecr', 'create'], { what, hint })];
}
