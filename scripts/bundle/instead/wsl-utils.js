/** In the bundle, whoever asks which system this is gets what Node.js says of it. */
module.exports = { isWsl: false };
