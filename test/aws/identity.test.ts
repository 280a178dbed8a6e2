import { stage } from './server';

const open = stage();

const caller = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::123456789012:user/ada</Arn><UserId>AIDA</UserId><Account>123456789012</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`;

const refusal = (name: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>no</Message></Error></ErrorResponse>`;

const xml = { 'content-type': 'text/xml' };

describe('who calls', () => {
  test('is account, ARN and region; credentials that do not end have no end', async () => {
    const { aws } = await open(() => ({ status: 200, headers: xml, body: caller }));
    expect(await aws.identity.whoami()).toEqual({
      account: '123456789012',
      arn: 'arn:aws:iam::123456789012:user/ada',
      region: 'eu-west-1',
      expiresAtMs: null,
      worry: null,
    });
  });

  test.each([
    ['expiredCredentials', 403, 'ExpiredToken'],
    ['noCredentials', 403, 'InvalidClientTokenId'],
    ['accessDenied', 403, 'SignatureDoesNotMatch'],
    ['throttled', 400, 'Throttling'],
  ])('is %s for %i %s', async (code, status, name) => {
    const { aws, clock } = await open(() => ({ status, headers: xml, body: refusal(name) }));
    await expect(clock.runUntil(aws.identity.whoami())).rejects.toMatchObject({ code });
  });
});
