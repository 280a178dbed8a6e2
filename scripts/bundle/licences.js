/** The licences of the packages that a bundle holds: they ask to travel along. */
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const packages = join(__dirname, '..', '..', 'node_modules');
const isLicence = (file) => /^(licen[cs]e|copying|notice)/i.test(file);

/** Of `ids` as modules.js has them: a package is where there is a package.json that names it. */
function licencesOf(ids) {
  const folders = new Set(ids.flatMap((id) => folderOf(id) ?? []));
  const texts = [...folders].sort().map((folder) => textOf(join(packages, folder)));
  return `shipit holds these packages, under these licences.\n\n${texts.join('\n')}`;
}

function folderOf(id) {
  if (/^(src|commands|action|scripts)\//.test(id) || id === 'package.json') return null;
  const parts = id.split('/node_modules/');
  const last = parts.pop();
  const [, name] = /^((?:@[^/]+\/)?[^/]+)/.exec(last);
  return [...parts, name].join('/node_modules/');
}

function textOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = existsSync(folder) ? readdirSync(folder).filter(isLicence).sort() : [];
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${texts.join('\n\n') || 'No text of its own.'}\n`;
}

module.exports = { licencesOf };
