/** What was warned of before a release began: a plan that a deploy would refuse does not look clean. */
import { fold } from '../../src/ui/fold';
import { markdownOf } from '../../src/ui/markdown';
import { planMarkdown } from '../../src/ui/plan-markdown';
import { emptyView } from '../../src/ui/view';
import { later, release } from './examples';
import { opening } from './story';

const refusal = {
  message: 'deploy would refuse this: alarm orders-errors fires <script> @octocat',
  hint: 'alarms',
};
const [planned, ...moving] = opening({ keys: ['api'] });
const whole = { maxBytes: null };

const foreseen = [
  later('warning', 0, { message: 'AWS_ACCESS_KEY_ID is a long-lived key', hint: 'use a role' }),
  ...(planned ? [planned] : []),
  later('warning', 1, refusal),
  later('warning', 1, refusal),
].reduce(fold, emptyView);

test('stands once each below the title of the plan, inert', () => {
  const text = planMarkdown(foreseen, whole);
  expect(text).toMatch(
    /^## Plan: .*\n\n\*\*Warnings:\*\*\n\n- .*long-lived key .*\n- deploy would refuse this: /,
  );
  expect(text.match(/would refuse/g)).toHaveLength(1);
  expect(text).not.toMatch(/<script|@octocat/);
  expect(planMarkdown(foreseen, { maxBytes: 700 })).toContain('would refuse this');
});

test('stands in the summary of the release that began all the same; later ones are on its timeline', () => {
  const view = [...moving, later('warning', 9, { message: 'the session ends early' })].reduce(fold, foreseen);
  const text = markdownOf(view, { ...whole, from: 'run' });
  expect(view.release).toBe(release);
  expect(view.forewarned).toHaveLength(2);
  expect(text).toMatch(/\*\*Warnings:\*\*\n\n- .*long-lived key/);
  expect(text).toMatch(/\| the session ends early \|/);
});

test('a thousand at most are kept', () => {
  const many = Array.from({ length: 1100 }, (_, at) => later('warning', 0, { message: `warning ${at}` }));
  expect(many.reduce(fold, emptyView).forewarned).toHaveLength(1000);
});
