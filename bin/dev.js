#!/usr/bin/env node
/** Builds the sources first and then runs them: for those who work on shipit. */
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const built = spawnSync('npm', ['run', '--silent', 'build'], {
  cwd: join(__dirname, '..'),
  stdio: ['ignore', 2, 2],
});
if (built.status === 0) require('./run.js');
else process.exitCode = built.status ?? 1;
