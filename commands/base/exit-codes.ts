/** What a script needs to know of how a command ended. */
export const exitCodesText = `What the exit codes mean.

  0    released, or nothing to do; a rollback that was asked for
  1    unexpected: a bug
  2    refused before any write
  3    rolled back or aborted
  4    ownership lost to another writer
  5    stuck: could not restore, call someone
  6    waiting for a person
  7    failed after writes, but no alias was moved; a destroy that left something
  10   the plan has changes (only with --exit-code); verify: the live code is
       not what was built
  130  interrupted, 143 terminated, both after restoring`;
