/** What README.md promises is what the code has. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands as table } from '../commands/base/table';
import { exitCodes } from '../src/core/outcome';
import { readText } from './config/example';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The code blocks of one language. */
const blocks = (language: string, text: string): string[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, block]) =>
    name === language && block !== undefined ? [block] : [],
  );

const commands = new Map(
  Object.entries(table).map(
    ([name, load]) => [name, new Set([...Object.keys(load().default.flags ?? {}), 'help'])] as const,
  ),
);

const flagsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, flag]) => flag ?? '');

/** What is written by hand; the pages of the commands are made from them. */
const pages = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => [`docs/${name}`, readFileSync(join(root, 'docs', name), 'utf8')] as const);

describe('the commands of README.md', () => {
  it('are the commands there are, each with its page', () => {
    const linked = [...readme.matchAll(/\[`(\w+)`\]\(docs\/commands\/(\w+)\.md\)/g)];
    expect(linked.map(([, name]) => name).sort()).toEqual([...commands.keys()].sort());
    expect(linked.filter(([, name, page]) => name !== page)).toEqual([]);
  });

  it.each([['README.md', readme] as const, ...pages])(
    'are used as they are wherever %s names one',
    (_page, text) => {
      const uses = [...text.matchAll(/shipit (\w+)((?: [^\n`#|;]*)?)/g)].filter(([, name]) =>
        commands.has(name ?? ''),
      );
      const unknown = uses.flatMap(([use, name, rest]) =>
        flagsIn(rest ?? '').flatMap((flag) => (commands.get(name ?? '')?.has(flag) ? [] : [use])),
      );
      expect(unknown).toEqual([]);
    },
  );
});

describe('the pages', () => {
  it.each([['README.md', readme] as const, ...pages])('%s links to what is there', (page, text) => {
    const folder = dirname(join(root, page));
    const lost = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].filter(
      ([, path = '']) => !existsSync(join(folder, path)),
    );
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  it('are all in the index', () => {
    const index = readFileSync(join(root, 'docs/README.md'), 'utf8');
    const absent = pages.filter(([page]) => !index.includes(`](${page.slice('docs/'.length)})`));
    expect(absent.map(([page]) => page)).toEqual(['docs/README.md']);
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
    const [file] = blocks('yaml', readme).filter((text) => /^project:/m.test(text));
    const project = await readText(file ?? '');
    expect(project.name).toBe('orders');
    expect(project.guard).toEqual((await readText('project: p\nfunctions: { f: { code: f } }\n')).guard);
  });
});

describe('docs/aws.md', () => {
  it('has a policy with every action that shipit calls, and no other', () => {
    const page = readFileSync(join(root, 'docs/aws.md'), 'utf8');
    const policy = JSON.parse(blocks('json', page)[0] ?? '') as {
      Statement: { Action: string | string[] }[];
    };
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
