/** In the bundle, the width of plain text is its length; only other text needs the tables of what is wide. */
const plain = /^[ -~]*$/;

module.exports = (text) => (plain.test(text) ? text.length : require('string-width/index.js')(text));
