/** Takes orders over HTTP, in the form of API Gateway's payload 2.0. It keeps nothing, so it needs nothing to run. */
const { createHash } = require('node:crypto');
const { priceOf, products } = require('./prices');

const currency = process.env.CURRENCY ?? 'EUR';

const answer = (statusCode, body) => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function placeOrder(event) {
  const order = JSON.parse(event.body ?? '{}');
  const price = priceOf(order.lines ?? []);
  if (price === null) return answer(422, { message: 'one of the products is unknown' });
  const id = createHash('sha256').update(`${order.customer}:${event.body}`).digest('hex').slice(0, 12);
  return answer(202, { id, currency, ...price });
}

exports.handler = async (event) => {
  const { method, path } = event.requestContext.http;
  if (method === 'GET' && path === '/products') return answer(200, { currency, products });
  if (method === 'POST' && path === '/orders') return placeOrder(event);
  return answer(404, { message: `there is no ${method} ${path}` });
};
