import { Duration, Percent } from '../core/values';
import type { Strategy } from './project';

/** CodeDeploy's words (AWS CodeDeploy user guide, "Deployment configurations on an AWS Lambda compute platform"). */
export const presets: Readonly<{ [name: string]: Strategy }> = {
  Canary10Percent5Minutes: canary(5),
  Canary10Percent10Minutes: canary(10),
  Canary10Percent15Minutes: canary(15),
  Canary10Percent30Minutes: canary(30),
  Linear10PercentEvery1Minute: linear(1),
  Linear10PercentEvery2Minutes: linear(2),
  Linear10PercentEvery3Minutes: linear(3),
  Linear10PercentEvery10Minutes: linear(10),
  AllAtOnce: { kind: 'allAtOnce', bakeAfter: Duration.of(0) },
};

function canary(minutes: number): Strategy {
  const weight = Percent.of(10);
  return { kind: 'canary', weight, bake: ofMinutes(minutes), approval: null, bakeAfter: Duration.of(0) };
}

function linear(minutes: number): Strategy {
  return { kind: 'linear', weight: Percent.of(10), every: ofMinutes(minutes), bakeAfter: Duration.of(0) };
}

function ofMinutes(minutes: number): Duration {
  return Duration.of(minutes * 60_000);
}
