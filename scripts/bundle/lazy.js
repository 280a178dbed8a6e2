/** What TypeScript made of imports, loaded when it is first used. */
const imported =
  /^(?:const|var) (\w+_\d+) = ((?:__importDefault\(|__importStar\()?require\("[^"]+"\)\)?);$/gm;
const handedOn = /^exports\.(\w+) = (__importStar\(require\("[^"]+"\)\));$/gm;

function loadsLazily(code) {
  const imports = [...code.matchAll(imported)];
  if (imports.length === 0) return code;
  const names = imports.map(([, name]) => name);
  const used = new RegExp(`(?<![\\w.$])(${names.join('|')})(?![\\w$])`, 'g');
  const rest = code
    .replace(imported, '')
    .replace(used, '__later.$1')
    .replace(handedOn, '__get(exports, "$1", () => $2);');
  const loads = imports.map(([, name, load]) => `__get(__later, "${name}", () => ${load});`);
  return `${helpers}${loads.join('\n')}\n${rest}`;
}

const helpers = `const __later = {};
function __get(object, name, load) {
  let found;
  Object.defineProperty(object, name, { enumerable: true, get: () => (found ??= load()) });
}
`;

module.exports = { loadsLazily };
