/** What README.md promises is what the code has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../src/core/outcome';
import { readText } from './config/example';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The code blocks of one language. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text]) =>
    name === language && text !== undefined ? [text] : [],
  );

interface CommandClass {
  readonly flags: { readonly [name: string]: unknown };
}

const commands = new Map(
  readdirSync(join(root, 'commands'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const { default: command } = require(join(root, 'commands', name)) as { default: CommandClass };
      return [name.slice(0, -3), new Set(Object.keys(command.flags))] as const;
    }),
);

const flagsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, flag]) => flag ?? '');

/** The synopsis, one command with its continuation lines an entry. */
const synopses = (blocks('text')[0] ?? '').split(/^(?=shipit )/m).map((text) => ({
  name: /^shipit (\w+)/.exec(text)?.[1] ?? '',
  flags: flagsIn(text),
}));

describe('the commands of README.md', () => {
  it('are the commands there are', () => {
    expect(synopses.map(({ name }) => name).sort()).toEqual([...commands.keys()].sort());
    const described = [...readme.matchAll(/^\| `(\w+)` \| \w/gm)].map(([, name]) => name ?? '');
    expect(described.sort()).toEqual([...commands.keys()].sort());
  });

  it.each(synopses)('$name has the flags that are named, and no others', ({ name, flags }) => {
    expect([...flags].sort()).toEqual([...(commands.get(name) ?? [])].sort());
  });

  it('have each of their flags explained once', () => {
    const explained = [...readme.matchAll(/^\| `(--[^`]+)` \|/gm)].flatMap(([, text]) => flagsIn(text ?? ''));
    const all = new Set([...commands.values()].flatMap((flags) => [...flags]));
    expect([...explained].sort()).toEqual([...all].sort());
  });

  it('are used as they are wherever the text names one', () => {
    const uses = [...readme.matchAll(/shipit (\w+)((?: [^\n`#]*)?)/g)].filter(([, name]) =>
      commands.has(name ?? ''),
    );
    const unknown = uses.flatMap(([use, name, rest]) =>
      flagsIn(rest ?? '').flatMap((flag) => (commands.get(name ?? '')?.has(flag) ? [] : [use])),
    );
    expect(uses.length).toBeGreaterThan(commands.size);
    expect(unknown).toEqual([]);
  });
});

describe('the exit codes of README.md', () => {
  const rows = [...readme.matchAll(/^\| ([\d, ]+) \|([^|]*)\|/gm)].map(([, codes = '', words = '']) => ({
    codes: codes.split(',').map(Number),
    outcomes: [...words.matchAll(/`(\w+)`/g)].map(([, word]) => word ?? ''),
  }));

  it('are those of the outcomes', () => {
    const told = rows.flatMap(({ codes, outcomes }) =>
      outcomes.map((outcome) => [outcome, codes[0]] as const),
    );
    expect(Object.fromEntries(told)).toEqual(exitCodes);
  });

  it('are each named once', () => {
    const codes = rows.flatMap((row) => row.codes);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    expect(codes).toEqual(expect.arrayContaining([1, 10, 130, 143]));
  });
});

describe('the files of README.md', () => {
  it('include a project file that is right', async () => {
    const [file] = blocks('yaml').filter((text) => /^project:/m.test(text));
    const project = await readText(file ?? '');
    expect(project.name).toBe('orders');
    expect(project.guard).toEqual((await readText('project: p\nfunctions: { f: { code: f } }\n')).guard);
  });

  it('include a policy with every action that shipit calls, and no other', () => {
    const policy = JSON.parse(blocks('json')[0] ?? '') as { Statement: { Action: string | string[] }[] };
    const allowed = policy.Statement.flatMap(({ Action }) => Action);
    // Of versions alone, and of functions with all that they have: the same action, allowed apart.
    const actions = [...new Set(allowed)].sort();
    expect(actions).toEqual([...calledActions(), ...askedByLambda, ...askedWithTags, ...askedByPush].sort());
  });
});

/** What Lambda looks up in the name of whoever gives it a role, a layer or code in a bucket; AWS Signer does too. */
const askedByLambda = ['iam:PassRole', 'lambda:GetLayerVersion', 's3:GetObjectVersion'];

/** What is made with tags asks for the right to tag it. */
const askedWithTags = ['cloudwatch:TagResource', 'ecr:TagResource'];

/** What the HTTP API of the registry asks of IAM (Amazon ECR user guide, "IAM permissions for pushing an image"). */
const askedByPush = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:CompleteLayerUpload',
  'ecr:GetDownloadUrlForLayer',
  'ecr:InitiateLayerUpload',
  'ecr:PutImage',
  'ecr:UploadLayerPart',
];

/** The prefix that IAM has for the actions of each client. */
const services = {
  lambda: 'lambda',
  cloudwatch: 'cloudwatch',
  logs: 'logs',
  iam: 'iam',
  ssm: 'ssm',
  secrets: 'secretsmanager',
  cloudformation: 'cloudformation',
  s3: 's3',
  sns: 'sns',
  eventBridge: 'events',
  ecr: 'ecr',
  signer: 'signer',
} as const;

/** As IAM names them. Who one is may be asked without permission, and a role is taken on with other credentials. */
function calledActions(): string[] {
  const folder = join(root, 'src/aws');
  const text = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const taken = [...text.matchAll(/\bsdk\s*\.(\w+)\(\)\s*\.(\w+Command)\b/g)];
  const unpacked = [...text.matchAll(/const \{([^}]*)\} = sdk\.(\w+)\(\)/g)].flatMap(([, names, client]) =>
    [...(names ?? '').matchAll(/\w+Command\b/g)].map(([name]) => ['', client, name] as const),
  );
  const used = [...taken, ...unpacked].map(([, client = '', command = '']) => ({ client, command }));
  expect(new Set(used.map(({ command }) => command))).toEqual(new Set(text.match(/\b[A-Z]\w+Command\b/g)));
  const actions = used.flatMap(({ client, command }) =>
    client === 'sts' ? [] : [`${services[client as keyof typeof services]}:${actionOf(command)}`],
  );
  return [...new Set(actions)];
}

/** Some actions have another name there. */
const renamed: Readonly<{ [command: string]: string }> = {
  InvokeCommand: 'InvokeFunction',
  ListObjectsV2Command: 'ListBucket',
  HeadBucketCommand: 'ListBucket',
  HeadObjectCommand: 'GetObject',
  CreateMultipartUploadCommand: 'PutObject',
  UploadPartCommand: 'PutObject',
  CompleteMultipartUploadCommand: 'PutObject',
  PutPublicAccessBlockCommand: 'PutBucketPublicAccessBlock',
  PutBucketLifecycleConfigurationCommand: 'PutLifecycleConfiguration',
};

const actionOf = (command: string): string => renamed[command] ?? command.slice(0, -'Command'.length);
