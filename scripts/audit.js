/**
 * Known vulnerabilities of the packages that are bundled, which fail, and of the tools that this repository is worked on with, which
 * are told. `npm audit` asks the registry; where the registry does not answer that question, nothing was found and nothing was shown
 * to be right, and that is said.
 *
 *   node scripts/audit.js                    asks
 *   node scripts/audit.js --report <file>    reads what `npm audit --json` has said
 */
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');

/** `yaml 2.9.1` of each package in dist/. */
function bundledPackages() {
  const text = readFileSync(join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  const parts = text.split(`${'='.repeat(80)}\n`).slice(1);
  return new Set(parts.map((part) => part.slice(0, part.indexOf(' ('))));
}

function reportOf([flag, file]) {
  if (flag === '--report') return JSON.parse(readFileSync(file, 'utf8'));
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8' });
  try {
    return JSON.parse(stdout);
  } catch {
    return { message: stdout.trim() || 'npm audit said nothing' };
  }
}

const whyOf = ({ via }) =>
  via.map((one) => (typeof one === 'string' ? `by ${one}` : `${one.title} (${one.url})`)).join('; ');

function main(words) {
  const { vulnerabilities, message } = reportOf(words);
  if (vulnerabilities === undefined) {
    console.log(`NOT CHECKED: the registry does not answer npm audit here (${message}).`);
    return;
  }
  const bundled = bundledPackages();
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const isBundled = ({ name, nodes }) =>
    nodes.some((node) => bundled.has(`${name} ${packages[node]?.version}`));
  const found = Object.values(vulnerabilities);
  for (const one of found)
    console.log(`${isBundled(one) ? 'BUNDLED' : 'tool'}: ${one.name}, ${one.severity}: ${whyOf(one)}`);
  const bad = found.filter(isBundled).length;
  console.log(`${bundled.size} packages are bundled, ${bad} of them with a known vulnerability.`);
  if (bad > 0) process.exitCode = 1;
}

main(process.argv.slice(2));
