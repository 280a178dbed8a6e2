/** Which file of dist/ a module lies in: what is used together, so that a command reads little that it does not run. */
const rules = [
  [/^@aws-sdk\/client-([\w-]+)\//, (service) => `aws-${service}`],
  [/^(@aws-sdk|@smithy|@aws|bowser)\//, () => 'aws'],
  [/^src\/local\//, () => 'local'],
  [/^ajv\/|^src\/config\/\w+\.gen\./, () => 'schema'],
  [/^(yaml|picomatch|@jmespath-community)\/|^src\/config\//, () => 'config'],
  [/^xstate\/|^src\/(plan|release|rollout|analysis)\/|^src\/(?!compose)[\w-]+\.ts$/, () => 'release'],
  [/^src\/artifact\//, () => 'build'],
  [/^action\//, () => 'github'],
  [/^(src|commands|scripts)\/|^package\.json$/, () => 'core'],
  [
    /^(@oclif|ansis|ansi-styles|color-\w+|wrap-ansi|supports-color|has-flag|indent-string|widest-line)\//,
    () => 'core',
  ],
  [/^(string-width|strip-ansi|ansi-regex|is-fullwidth-code-point|emoji-regex)\//, () => 'core'],
  // What is left are libraries that make and read archives, and those of the framework that nobody calls.
  [/^/, () => 'build'],
];

function chunkOf(id) {
  const [pattern, name] = rules.find(([pattern]) => pattern.test(id));
  return name(pattern.exec(id)[1]);
}

module.exports = { chunkOf };
