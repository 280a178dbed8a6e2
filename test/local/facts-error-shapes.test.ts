/** The form of every error that Lambda's model has, and what the actions make of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as client from '@aws-sdk/client-lambda';
import { AwsError } from '../../src/local/errors';
import { createRestJson } from '../../src/local/wire/rest-json';

/** Names of the model with the status that each answers with. */
const statuses = new Map<string, number>();
for (const value of Object.values(client) as unknown[]) {
  if (!Array.isArray(value) || value[0] !== -3) continue;
  const [, , name, traits] = value as [number, string, string, { httpError?: number } | 0];
  statuses.set(name, (traits ? traits.httpError : undefined) ?? 0);
}
statuses.delete('LambdaServiceException');

/** The message is `Message` for these, and `message` for all others. */
const capital =
  /^(CodeVerificationFailed|InvalidCodeSignature|ResourceInUse|RecursiveInvocation|SnapStart|NoPublishedVersion|PublicPolicy|CallbackTimeout|ServiceQuotaExceeded|EFS|S3Files|ResourceNotFound|CodeSigningConfigNotFound|DurableExecutionAlreadyStarted|Service|EC2|ENI|KMS|InvalidRuntime|InvalidSecurityGroupID|InvalidSubnetID|InvalidZipFile|SubnetIPAddressLimitReached)/;

/** Recorded on the wire, and in no model. */
const unmodelled = new Map([
  ['ValidationException', 400],
  ['RequestEntityTooLargeException', 413],
  ['AccessDeniedException', 403],
]);

const groups: readonly (readonly [status: number, names: RegExp])[] = [
  [402, /^ServiceQuotaExceeded/],
  [403, /^(EFS|S3Files)MountFailure/],
  [404, /^(ResourceNotFound|ProvisionedConcurrencyConfigNotFound|CodeSigningConfigNotFound)/],
  [408, /^((EFS|S3Files)Mount(Connectivity|Timeout)|SnapStartTimeout)/],
  [
    409,
    /^(ResourceConflict|SnapStartNotReady|SnapStartRegenerationFailure|DurableExecutionAlreadyStarted|CodeArtifactUser)/,
  ],
  [410, /^EFSIO/],
  [412, /^PreconditionFailed/],
  [413, /^(RequestTooLarge|SerializedRequestEntityTooLarge)/],
  [415, /^UnsupportedMediaType/],
  [429, /^TooManyRequests/],
  [500, /^Service(?!Quota)/],
  [
    502,
    /^(EC2|ENI|KMS|InvalidRuntime|InvalidSecurityGroupID|InvalidSubnetID|InvalidZipFile|SubnetIPAddressLimitReached|ResourceNotReady)/,
  ],
];

const all = [...statuses];

test('the model has the errors that are on record, with their status', () => {
  expect(all.length).toBeGreaterThan(55);
  for (const [name, status] of all)
    expect([name, status]).toEqual([name, groups.find(([, names]) => names.test(name))?.[0] ?? 400]);
});

const protocol = createRestJson(client);

test.each([...all, ...unmodelled])('%s goes over the wire with status %d', (name, status) => {
  const answer = protocol.fail(new AwsError(name, status, 'why'), 'id');
  const type = name === 'ValidationException' ? {} : { Type: status < 500 ? 'User' : 'Service' };
  expect(answer).toMatchObject({ status, headers: { 'x-amzn-errortype': name, 'x-amzn-requestid': 'id' } });
  expect(JSON.parse(String(answer.body))).toEqual({
    ...type,
    [capital.test(name) ? 'Message' : 'message']: 'why',
  });
});

const local = join(__dirname, '../../src/local');
const rooms = ['actions/lambda', 'lambda', 'layers', 'invocations', 'runtime'];

test('what Lambda refuses with is an error of its model, under the status that it has there', () => {
  const known = new Map([...statuses, ...unmodelled]);
  const thrown = rooms.flatMap((room) =>
    readdirSync(join(local, room))
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(join(local, room, file), 'utf8').matchAll(/new AwsError\(\s*'(\w+)',\s*(\d+)/g),
      ]),
  );
  expect(thrown.length).toBeGreaterThan(15);
  for (const [, name = '', status] of thrown) expect([name, known.get(name)]).toEqual([name, Number(status)]);
});
