const money = require('money');

exports.handler = async ({ body }) => {
  const { items = [], currency = 'EUR' } = JSON.parse(body ?? '{}');
  if (items.length === 0) return { statusCode: 422, body: JSON.stringify({ error: 'an invoice has items' }) };
  const cents = money.sum(items);
  const total = money.format(cents, currency);
  return { statusCode: 201, body: JSON.stringify({ total, stage: process.env.STAGE }) };
};
