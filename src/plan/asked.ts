/** Hooks as a plan knows them: that a header is a secret, but not which, so that a token may change under a release. */
import type { Hook, Hooks } from '../config/project';
import { Secret } from '../core/secret';
import type { Step } from './step';

export const hooksIn = ({ preTraffic, afterStep, postTraffic, onRollback }: Hooks): object => ({
  preTraffic: preTraffic.map(known),
  afterStep: afterStep.map(known),
  postTraffic: postTraffic.map(known),
  onRollback: onRollback.map(known),
});

export const stepsIn = (steps: readonly Step[]): object[] =>
  steps.map((step) => ({ ...step, hooks: step.hooks.map(known) }));

function known(hook: Hook): object {
  if (hook.kind !== 'http') return hook;
  const headers = Object.entries(hook.headers).map(([name, value]) => [
    name,
    value instanceof Secret ? '(secret)' : value,
  ]);
  return { ...hook, headers: Object.fromEntries(headers) };
}
