/** Makes a packing slip of each order in a batch from SQS. What cannot be read goes back to the queue alone. */
const slipOf = ({ id, lines }) =>
  [`order ${id}`, ...lines.map(({ sku, quantity }) => `${String(quantity).padStart(3)} x ${sku}`)].join('\n');

exports.handler = async (event) => {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    try {
      console.log(slipOf(JSON.parse(body)));
    } catch (error) {
      console.error(`message ${messageId}: ${error.message}`);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
