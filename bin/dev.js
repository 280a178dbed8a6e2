#!/usr/bin/env node
/** The sources as they stand, without a build: for those who work on shipit. */
require('../bench/register.js');
require('@oclif/core').execute({ dir: __dirname, development: false, pjson: undefined });
