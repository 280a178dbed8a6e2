/**
 * Each setting alone, through the real SDK: declared, it is exactly one change in the plan and in the function; deployed
 * again, nothing is left to do; left out, the live value stays; `null` brings back AWS's default.
 */
import { Alone, tellOfChange, tellOfNull } from './alone';
import { surroundings } from './settings';

let alone: Alone;
beforeEach(async () => {
  alone = await Alone.open();
});
afterEach(() => alone.close());

test.each(surroundings)(
  '$setting is one change, then none; stays when left out; and null is the default',
  async (story) => {
    const { before } = await tellOfChange(alone, story);
    await tellOfNull(alone, story, before);
  },
);
