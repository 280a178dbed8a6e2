/** Makes a packing slip of each order in a batch from SQS. What cannot be read goes back to the queue alone. */
const slipOf = ({ id, lines }) =>
  [`order ${id}`, ...lines.map(({ sku, quantity }) => `${String(quantity).padStart(3)} x ${sku}`)].join('\n');

/** SQS reads `batchItemFailures`; the slips are for whoever calls by hand. */
exports.handler = async (event) => {
  const slips = [];
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    try {
      slips.push(slipOf(JSON.parse(body)));
    } catch (error) {
      console.error(`message ${messageId}: ${error.message}`);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures, slips };
};
