/** In the bundle, pages of help fill in names and nothing else: the whole language of templates is not needed for that. */
const hole = /<%[-=]\s*([\w.]+)\s*%>/g;

const found = (data, path) => path.split('.').reduce((value, name) => value?.[name], data);

exports.render = (text, data) => text.replace(hole, (_whole, path) => String(found(data, path) ?? ''));
