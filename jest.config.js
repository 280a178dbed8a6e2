/**
 * Tests run in parallel workers, and no test waits for real time to pass. Those of stories, of the terminal and of what runs
 * code start several processes each, which takes ten times as long on a machine that others use too: only a test that takes
 * two minutes hangs.
 */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  testTimeout: 120_000,
  maxWorkers: '100%',
};
