import { buildProblems } from './build-rules';
import { capacityProblems } from './capacity-rules';
import { codeProblems, outsideProblems, unnamedProblems } from './code-rules';
import { environmentProblems } from './environment-rules';
import { handlerProblems } from './handler-rules';
import { hookProblems } from './hook-rules';
import { imageProblems } from './image-rules';
import { isMadeOfImage } from './kind';
import { layerUseProblems } from './layer-use-rules';
import { gather, type Problem } from './problem';
import { roleNameProblems, roleProblems } from './role-rules';
import { isOwn, keyProblem } from './rule';
import { settingProblems } from './setting-rules';
import { sizeProblems } from './size-rules';
import type { Subject } from './subject';
import { watchProblemsOf } from './watch-rules';

export const defaultAlias = 'live';

/** What the schema cannot say about functions. */
export function functionProblems(subjects: readonly Subject[]): Problem[] {
  const single = gather(subjects, (subject) => [
    ...(isMadeOfImage(subject) ? [] : zipProblems(subject)),
    ...eventProblems(subject),
    ...imageProblems(subject),
    ...buildProblems(subject, subject.layered.build),
    ...watchProblemsOf(subject),
    ...hookProblems(subject),
    ...(subject.layered.manage === 'release' ? foreignProblems(subject) : ownProblems(subject)),
  ]);
  return [...single, ...nameProblems(subjects), ...roleNameProblems(subjects)];
}

/** Of settings that are used: those of a function whose settings belong to somebody else are not. */
const ownProblems = (subject: Subject): Problem[] => [
  ...sizeProblems(subject),
  ...handlerProblems(subject),
  ...environmentProblems(subject),
  ...layerUseProblems(subject),
  ...settingProblems(subject),
  ...capacityProblems(subject),
  ...roleProblems(subject),
];

function zipProblems(subject: Subject): Problem[] {
  const { code, runtime, manage } = subject.layered;
  // Of settings that belong to somebody else nothing is known.
  const runtimes = runtime === undefined || manage === 'release' ? [] : [runtime];
  return [...missingProblems(subject), ...codeProblems(subject, { code, key: subject.key, runtimes })];
}

/** A map that names nothing is a mistake where it stands at the function; in the defaults it is for others. */
function missingProblems(subject: Subject): Problem[] {
  const { code } = subject.layered;
  if (isOwn(subject, 'image')) {
    const said = { what: '`dockerfile` or `base` is missing', hint: 'such as dockerfile: Dockerfile' };
    return [keyProblem(subject, ['image'], said)];
  }
  const unnamed = unnamedProblems(subject, code);
  if (subject.has(['code']) && (unnamed.length === 0 || isOwn(subject, 'code'))) return unnamed;
  const hint = 'name a folder or a .zip file, or give it an `image`';
  return [keyProblem(subject, [], { what: '`code` is missing', hint })];
}

const eventProblems = (subject: Subject): Problem[] =>
  outsideProblems(subject, ['testEvents'], subject.layered.testEvents);

/** What shipit needs for a release, whoever manages the settings. */
export const ofReleases: ReadonlySet<string> = new Set([
  ...['name', 'code', 'image', 'alias', 'alarms', 'testEvents', 'rollout', 'manage', 'plainSecrets'],
  ...['build', 'ecr', 'hooks', 'provisionedConcurrency', 'keepVersions'],
]);

/** Settings in the defaults are for the other functions; one at the function itself would never be applied. */
function foreignProblems(subject: Subject): Problem[] {
  const declared = Object.keys(subject.layered).filter((setting) => !ofReleases.has(setting));
  return declared
    .filter((setting) => isOwn(subject, setting))
    .map((setting) => {
      const what = 'belongs to whoever manages the settings of this function (`manage: release`)';
      return keyProblem(subject, [setting], { what, hint: 'delete it, or write `manage: all`' });
    });
}

/** What AWS takes (CreateFunction). */
const maxName = 64;

function nameProblems(subjects: readonly Subject[]): Problem[] {
  const first = new Map<string, string>();
  return gather(subjects, (subject) => {
    const { key, name, stage } = subject;
    if (name.length > maxName) {
      const what = `the Lambda name \`${name}\` has ${name.length} characters; AWS takes ${maxName}`;
      return [keyProblem(subject, [], { what, hint: 'give it a shorter `name`' })];
    }
    const target = JSON.stringify([stage, name]);
    const other = first.get(target);
    if (other === undefined) first.set(target, key);
    if (other === undefined) return [];
    const what = `\`${other}\` already is Lambda function \`${name}\``;
    return [keyProblem(subject, [], { what, hint: 'give one of them another `name`' })];
  });
}
