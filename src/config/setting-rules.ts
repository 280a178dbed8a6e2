import { isMadeOfImage } from './kind';
import type { Problem } from './problem';
import { keyProblem, missingParts, valueProblem } from './rule';
import { hasSnapStart } from './runtimes';
import type { Subject } from './subject';

/** Settings that need each other or cannot stand together. */
export function settingProblems(subject: Subject): Problem[] {
  return [
    ...missingParts(subject, 'vpc', { subnetIds: '[subnet-0a1b2c3d]', securityGroupIds: '[sg-0a1b2c3d]' }),
    ...missingParts(subject, 'fileSystem', { arn: '<ARN of an access point>', localMountPath: '/mnt/data' }),
    ...missingParts(subject, 'durable', { executionTimeout: '24h' }),
    ...missingParts(subject, 'capacityProvider', { arn: '<ARN of a capacity provider>' }),
    ...fileSystemProblems(subject),
    ...levelProblems(subject),
    ...snapStartProblems(subject),
    ...tagProblems(subject),
  ];
}

const isEfs = (arn: string | undefined): boolean => arn?.includes(':elasticfilesystem:') ?? false;

/** AWS Lambda Developer Guide, "Configuring file system access". */
function fileSystemProblems(subject: Subject): Problem[] {
  const { fileSystem, vpc } = subject.layered;
  if (!fileSystem || !isEfs(fileSystem.arn)) return [];
  const problems: Problem[] = [];
  if (vpc === null || !subject.has(['vpc'])) {
    const what = `EFS is reached through a VPC, and \`${subject.key}\` declares none`;
    const hint = 'declare `vpc` with subnets that reach the file system';
    problems.push(keyProblem(subject, ['fileSystem'], { what, hint }));
  }
  if (fileSystem.directS3Read != null) {
    const said = { what: 'EFS has no such thing', hint: 'delete it; it is for S3 Files' };
    problems.push(keyProblem(subject, ['fileSystem', 'directS3Read'], said));
  }
  return problems;
}

/** Only JSON logs have levels (AWS Lambda Developer Guide, "Configuring JSON and plain text log formats"). */
function levelProblems(subject: Subject): Problem[] {
  const { logging } = subject.layered;
  const isText = logging?.format === 'Text' || logging?.format === null;
  if (!logging || !isText) return [];
  return (['applicationLogLevel', 'systemLogLevel'] as const)
    .filter((level) => logging[level] != null)
    .map((level) =>
      keyProblem(subject, ['logging', level], {
        what: 'logs as text have no levels',
        hint: 'write `format: JSON`, or null for the level',
      }),
    );
}

const mostStorageOfSnapshots = 512;

/** AWS Lambda Developer Guide, "Improving startup performance with Lambda SnapStart" and "Tenant isolation". */
function snapStartProblems(subject: Subject): Problem[] {
  const { snapStart, runtime, ephemeralStorage, fileSystem, tenancy } = subject.layered;
  // An image has no snapshots; what the defaults say is for other functions.
  if (snapStart !== 'PublishedVersions' || isMadeOfImage(subject)) return [];
  const reasons = [
    runtime !== undefined && hasSnapStart(runtime) === false && `runtime ${runtime}`,
    (ephemeralStorage ?? 0) > mostStorageOfSnapshots &&
      `more than ${mostStorageOfSnapshots} MB of ephemeralStorage`,
    isEfs(fileSystem?.arn) && 'a fileSystem of EFS',
    tenancy !== undefined && 'tenancy',
  ];
  return reasons
    .filter((reason) => reason !== false)
    .map((reason) =>
      valueProblem(subject, ['snapStart'], {
        what: `\`${subject.key}\` has ${reason}, and SnapStart does not go with it`,
        hint: 'write `snapStart: null` at this function, or change the other setting',
      }),
    );
}

/** Only AWS itself sets tags that begin with `aws:`. */
function tagProblems(subject: Subject): Problem[] {
  return Object.keys(subject.layered.tags ?? {}).flatMap((key) => {
    const [prefix] = /^(aws|shipit):/i.exec(key) ?? [];
    if (prefix === undefined) return [];
    const owner = prefix.toLowerCase() === 'aws:' ? 'AWS' : 'shipit';
    const said = {
      what: `tags that begin with \`${prefix}\` are set by ${owner} itself`,
      hint: 'choose another key',
    };
    return [keyProblem(subject, ['tags', key], said)];
  });
}
