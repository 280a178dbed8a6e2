/** shipit reads its environment as it is loaded, so it is loaded once that is as it shall be. */
export const loadStart = (): typeof import('../commands/start') => require('../commands/start');

export const loadCompose = (): typeof import('../src/compose') => require('../src/compose');

export const loadActor = (): typeof import('../src/compose/actor') => require('../src/compose/actor');
