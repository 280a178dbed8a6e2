/**
 * fast-check as every property here uses it: what it tries comes from the commit, so that one commit always ends the same.
 * `SEED=7 npx jest <suite>` tries other things.
 */
import fc from 'fast-check';
import { seedOfCommit } from './seed';

fc.configureGlobal({ seed: Number(process.env.SEED ?? seedOfCommit()) });

export default fc;
