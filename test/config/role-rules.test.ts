import { roleProblems } from '../../src/config/role-rules';
import type { OwnRole, Statement } from '../../src/config/schema.gen';
import { said, subjectOf } from './subjects';

const problemsOf = (role: OwnRole, unknown: readonly string[] = []): string[] =>
  said(roleProblems(subjectOf({ role }, { unknown })));

const statement: Statement = {
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:*'],
  Resource: 'arn:aws:s3:::orders/*',
};
const acknowledge = 'name what it needs, or write `allowEverything: true` into the role';

describe('a statement of a role', () => {
  it('says what is allowed on what, each in one way', () => {
    expect(problemsOf({ statements: [statement] })).toEqual([]);
    expect(problemsOf({ statements: [statement, { Effect: 'Deny' }] })).toEqual([
      'functions.api.role.statements.1: `Action` is missing  (such as Action: dynamodb:PutItem)',
      'functions.api.role.statements.1: `Resource` is missing  (such as Resource: <ARN>)',
    ]);
    expect(
      problemsOf({ statements: [{ ...statement, Effect: 'Deny', NotAction: 'iam:*', NotResource: '*' }] }),
    ).toEqual([
      'functions.api.role.statements.0: `Action` and `NotAction` stand together  (keep one of them)',
      'functions.api.role.statements.0: `Resource` and `NotResource` stand together  (keep one of them)',
    ]);
  });

  it('has a name of its own, if it has one', () => {
    const named = (Sid: string): Statement => ({ ...statement, Sid });
    expect(problemsOf({ statements: [named('Read'), named('Write'), named(''), named('')] })).toEqual([]);
    expect(problemsOf({ statements: [named('Read'), named('Read'), named('ShipitLogs')] })).toEqual([
      'functions.api.role.statements.1.Sid: `Read` names another statement  (choose another name, or leave `Sid` out)',
      'functions.api.role.statements.2.Sid: `ShipitLogs` is for statements of shipit itself  (choose another name, or leave `Sid` out)',
    ]);
  });

  it('may have parts that are not known yet', () => {
    const { Resource: _, ...open } = statement;
    expect(problemsOf({ statements: [open] }, ['role.statements.0.Resource'])).toEqual([]);
  });

  it.each<[Statement]>([
    [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    [{ Effect: 'Allow', Action: ['s3:GetObject', '*'], Resource: ['arn:aws:s3:::x', '*'] }],
    [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::x' }],
    [{ Effect: 'Allow', Action: '*:*', Resource: 'arn:aws:*' }],
    [{ Effect: 'Allow', Action: '?*', Resource: 'arn:*:*' }],
  ])('does not allow everything without a word: %j', (all) => {
    expect(problemsOf({ statements: [statement, all] })).toEqual([
      `functions.api.role.statements.1: allows everything  (${acknowledge})`,
    ]);
    expect(problemsOf({ statements: [all], allowEverything: true })).toEqual([]);
  });

  it.each<[Statement]>([
    [{ Effect: 'Deny', Action: '*', Resource: '*' }],
    [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    [{ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::orders/*' }],
  ])('may be wide: %j', (wide) => {
    expect(problemsOf({ statements: [wide] })).toEqual([]);
  });
});

describe('a managed policy', () => {
  it('does not allow everything without a word', () => {
    const managed = [
      'arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess',
      'arn:aws:iam::aws:policy/AdministratorAccess',
    ];
    expect(problemsOf({ managed })).toEqual([
      `functions.api.role.managed.1: AdministratorAccess allows everything  (${acknowledge})`,
    ]);
    expect(problemsOf({ managed, allowEverything: true })).toEqual([]);
  });
});
