#!/usr/bin/env node
require('../dist/shipit.js');
