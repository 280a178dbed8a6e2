import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  ListEventBusesCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  type PutEventsRequestEntry,
  PutRuleCommand,
  type PutRuleCommandInput,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { createBusBook } from '../../src/local/buses/book';
import { dumpParts, loadParts } from '../../src/local/kept';
import { createListener } from './listener';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';

const arn = (rest: string): string => `arn:aws:events:${region}:${account}:${rest}`;
const queue = `arn:aws:sqs:${region}:${account}:q`;

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const createBus = (Name: string) => aws.events.send(new CreateEventBusCommand({ Name }));
const buses = async (input = {}) => aws.events.send(new ListEventBusesCommand(input));
const putRule = (input: Partial<PutRuleCommandInput>) =>
  aws.events.send(new PutRuleCommand({ Name: 'r', EventPattern: '{"source":["shipit"]}', ...input }));
const putTargets = (Targets: Target[], EventBusName?: string) =>
  aws.events.send(new PutTargetsCommand({ Rule: 'r', Targets, EventBusName }));
const targets = async () =>
  (await aws.events.send(new ListTargetsByRuleCommand({ Rule: 'r' }))).Targets ?? [];
const entry = { Source: 'shipit', DetailType: 'Release', Detail: '{"weight":25}' };
const putEvents = (...Entries: PutEventsRequestEntry[]) =>
  aws.events.send(new PutEventsCommand({ Entries: Entries.map((each) => ({ ...entry, ...each })) }));
const invalid = (message: string) => ({ name: 'ValidationException', status: 400, message });

const listen = async (name: string, source = arn('rule/r')) =>
  createListener(aws, name, { principal: 'events.amazonaws.com', source });

describe('an event bus', () => {
  it('is there by default, and others can be made, listed page by page, and deleted, which may be said twice', async () => {
    expect((await createBus('releases')).EventBusArn).toBe(arn('event-bus/releases'));
    const first = await buses({ Limit: 1 });
    expect(first.EventBuses).toMatchObject([{ Name: 'default', Arn: arn('event-bus/default') }]);
    const { EventBuses } = await buses({ NextToken: first.NextToken });
    expect(EventBuses).toMatchObject([{ Name: 'releases', CreationTime: new Date(aws.clock.nowMs()) }]);
    for (const _ of [1, 2]) await aws.events.send(new DeleteEventBusCommand({ Name: 'releases' }));
    expect((await buses({ NamePrefix: 'rel' })).EventBuses).toEqual([]);
  });

  it('is refused where AWS refuses it', async () => {
    await createBus('releases');
    expect(await refusalOf(createBus('releases'))).toMatchObject({
      name: 'ResourceAlreadyExistsException',
      message: 'Event bus releases already exists.',
    });
    expect(await refusalOf(createBus('a/b'))).toEqual(invalid("Event bus name must not contain '/'."));
    expect((await refusalOf(createBus('a b'))).message).toContain("at 'name' failed to satisfy constraint");
    const remove = (Name: string) => aws.events.send(new DeleteEventBusCommand({ Name }));
    expect(await refusalOf(remove('default'))).toEqual(invalid('Cannot delete event bus default.'));
    await putRule({ EventBusName: 'releases' });
    expect(await refusalOf(remove('releases'))).toEqual(
      invalid("Event bus can't be deleted since it has rules."),
    );
  });

  it('is there again in a world that is opened again, with rules and targets', async () => {
    await createBus('releases');
    await putRule({ EventBusName: 'releases' });
    await putTargets([{ Id: 'q', Arn: queue }], 'releases');
    const again = createBusBook();
    loadParts({ buses: again }, JSON.parse(JSON.stringify(dumpParts({ buses: aws.world.buses }))));
    expect(again.buses).toEqual(aws.world.buses.buses);
    again.clear();
    expect([...again.buses.keys()]).toEqual(['default']);
  });
});

describe('a rule', () => {
  it('is named by its bus, keeps its targets when it is put again, and is deleted once it has none', async () => {
    expect((await putRule({})).RuleArn).toBe(arn('rule/r'));
    await createBus('releases');
    expect((await putRule({ EventBusName: arn('event-bus/releases') })).RuleArn).toBe(arn('rule/releases/r'));
    await putTargets([{ Id: 'q', Arn: queue }]);
    await putRule({ State: 'DISABLED', Description: 'off' });
    expect(await targets()).toEqual([{ Id: 'q', Arn: queue }]);
    const { Rules } = await aws.events.send(new ListRulesCommand({ NamePrefix: 'r' }));
    expect(Rules).toEqual([
      {
        ...{ Name: 'r', Arn: arn('rule/r'), State: 'DISABLED', EventBusName: 'default', Description: 'off' },
        EventPattern: '{"source":["shipit"]}',
      },
    ]);
    const remove = () => aws.events.send(new DeleteRuleCommand({ Name: 'r' }));
    expect(await refusalOf(remove())).toEqual(invalid("Rule can't be deleted since it has targets."));
    const gone = await aws.events.send(new RemoveTargetsCommand({ Rule: 'r', Ids: ['q'] }));
    expect(gone).toMatchObject({ FailedEntryCount: 0, FailedEntries: [] });
    for (const _ of [1, 2]) await remove();
    expect((await aws.events.send(new ListRulesCommand({}))).Rules).toEqual([]);
  });

  it.each([
    [{ EventPattern: undefined }, 'Parameter(s) EventPattern or ScheduleExpression must be specified.'],
    [{ ScheduleExpression: 'now' }, 'Parameter ScheduleExpression is not valid.'],
    [
      { ScheduleExpression: 'rate(1 hour)', EventBusName: 'releases' },
      'ScheduleExpression is supported only on the default event bus.',
    ],
  ])('is refused as %j', async (input, message) => {
    await createBus('releases');
    expect(await refusalOf(putRule(input))).toEqual(invalid(message));
  });

  it('is refused with a pattern that is none, and on a bus that is not there', async () => {
    expect(await refusalOf(putRule({ EventPattern: '{"source":"shipit"}' }))).toEqual({
      ...{ name: 'InvalidEventPatternException', status: 400 },
      message: 'Event pattern is not valid. Reason: "source" must be an object or an array',
    });
    const missing = { name: 'ResourceNotFoundException', message: 'Event bus gone does not exist.' };
    expect(await refusalOf(putRule({ EventBusName: 'gone' }))).toMatchObject(missing);
    const elsewhere = arn('event-bus/gone').replace(region, 'us-east-1');
    expect(await refusalOf(putRule({ EventBusName: elsewhere }))).toMatchObject(missing);
  });

  it('has five targets at most, of ids and ARNs in the right form', async () => {
    await putRule({});
    const six = Array.from({ length: 6 }, (_, at) => ({ Id: `${at}`, Arn: queue }));
    expect(await refusalOf(putTargets(six))).toMatchObject({ name: 'LimitExceededException' });
    const refused = async (target: Target) => (await refusalOf(putTargets([target]))).message;
    expect(await refused({ Id: '!', Arn: queue })).toBe(
      "1 validation error detected: Value '!' at 'targets.1.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+",
    );
    expect(await refused({ Id: 'q', Arn: 'queue' })).toContain('Provided Arn is not in correct format.');
    expect(await refused({ Id: 'q', Arn: queue, Input: '{' })).toContain('JSON syntax error in input');
    expect(await refused({ Id: 'q', Arn: queue, InputPath: 'detail' })).toContain('Invalid InputPath');
    const InputTransformer = { InputTemplate: '"x"' };
    expect(await refused({ Id: 'q', Arn: queue, InputTransformer })).toContain('InputTransformer');
    await aws.events.send(new DeleteRuleCommand({ Name: 'r' }));
    expect(await refused({ Id: 'q', Arn: queue })).toBe('Rule r does not exist on EventBus default.');
  });
});

describe('an event', () => {
  it('reaches the functions behind the rules that it matches, as EventBridge hands it over', async () => {
    const { heard, arn: Arn } = await listen('hears');
    await putRule({});
    await putTargets([{ Id: 'f', Arn }]);
    const { Entries } = await putEvents({ Resources: ['a'] }, { Source: 'other' });
    expect(await heard()).toEqual([
      {
        ...{
          version: '0',
          id: Entries?.[0]?.EventId,
          'detail-type': 'Release',
          source: 'shipit',
          account,
          region,
        },
        ...{
          time: expect.stringMatching(/^2026-11-20T12:00:\d\dZ$/),
          resources: ['a'],
          detail: { weight: 25 },
        },
      },
    ]);
  });

  it('can be handed over in part, or be replaced by a text of the target', async () => {
    const { heard, arn: Arn } = await listen('hears');
    await putRule({});
    await putTargets([
      { Id: 'part', Arn, InputPath: '$.detail' },
      { Id: 'own', Arn, Input: '{"own":true}' },
      { Id: 'queue', Arn: queue },
    ]);
    await putEvents({ Time: new Date(0) });
    expect((await heard()).map((event) => JSON.stringify(event)).sort()).toEqual([
      '{"own":true}',
      '{"weight":25}',
    ]);
  });

  it('does not reach a function whose policy lets another rule, nor one behind a rule that is switched off', async () => {
    const other = await listen('other', arn('rule/other'));
    const off = await listen('off', arn('rule/off'));
    await putRule({});
    await putTargets([{ Id: 'f', Arn: other.arn }]);
    await putRule({ Name: 'off', State: 'DISABLED' });
    await aws.events.send(new PutTargetsCommand({ Rule: 'off', Targets: [{ Id: 'f', Arn: off.arn }] }));
    await putEvents({});
    expect([await other.heard(), await off.heard()]).toEqual([[], []]);
  });

  it('is taken in silence by a bus that is not there', async () => {
    const { FailedEntryCount, Entries } = await putEvents({ EventBusName: 'gone' });
    expect([FailedEntryCount, Entries]).toEqual([0, [{ EventId: expect.any(String) }]]);
  });

  it.each([
    [
      { Source: '' },
      'InvalidArgument',
      'Parameter Source is not valid. Reason: Source is a required argument.',
    ],
    [
      { Detail: '' },
      'InvalidArgument',
      'Parameter Detail is not valid. Reason: Detail is a required argument.',
    ],
    [{ Detail: '[1]' }, 'MalformedDetail', 'Detail is malformed.'],
    [{ Detail: '{' }, 'MalformedDetail', 'Detail is malformed.'],
    [{ Source: 'aws.s3' }, 'NotAuthorizedForSourceException', 'Not authorized for the source.'],
  ])('fails alone as %j', async (wrong, ErrorCode, ErrorMessage) => {
    const { FailedEntryCount, Entries } = await putEvents(wrong, {});
    expect([FailedEntryCount, Entries]).toEqual([
      1,
      [{ ErrorCode, ErrorMessage }, { EventId: expect.any(String) }],
    ]);
  });

  it('comes with ten at most, and with a megabyte', async () => {
    const eleven = Array.from({ length: 11 }, () => ({}));
    expect((await refusalOf(putEvents(...eleven))).message).toContain('less than or equal to 10');
    const large = JSON.stringify({ text: 'x'.repeat(1_048_576) });
    expect(await refusalOf(putEvents({ Detail: large }))).toEqual(
      invalid('Total size of the entries in the request is over the limit.'),
    );
  });
});
