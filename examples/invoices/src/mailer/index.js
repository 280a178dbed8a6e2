const money = require('money');

exports.handler = async ({ Records = [] }) => {
  const mails = Records.map(({ body }) => JSON.parse(body)).map(({ to, cents, currency }) => ({
    to,
    from: process.env.SENDER ?? `billing+${process.env.STAGE}@example.com`,
    text: `Please pay ${money.format(cents, currency)}.`,
  }));
  return { batchItemFailures: [], mails };
};
