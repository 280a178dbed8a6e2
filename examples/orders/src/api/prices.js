/** What things cost, in cents. */
exports.products = { mug: 1200, teapot: 3900, tea: 650 };

const shipping = 490;
const freeShippingFrom = 5000;

/** Null when a product is unknown. */
exports.priceOf = (lines) => {
  if (lines.some(({ sku }) => !Object.hasOwn(exports.products, sku))) return null;
  const goods = lines.reduce((sum, { sku, quantity }) => sum + exports.products[sku] * quantity, 0);
  const delivery = goods >= freeShippingFrom ? 0 : shipping;
  return { goods, delivery, total: goods + delivery };
};
