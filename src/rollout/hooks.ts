/** The hooks of a group at one moment: those of each function one after the other, functions side by side, then those of the step. */
import type { FunctionSpec, Hook } from '../config/project';
import { lastingFor } from '../core/lasting';
import type { HookTime } from '../core/told';
import type { HookOccasion, HookSubject, HookVerdict } from '../release/hooks/ask';
import type { Crew } from './crew';
import type { Answered } from './errands';
import type { Lane } from './lane';

export interface HookMoment {
  readonly when: HookTime;
  readonly step: number;
  readonly weight: number;
}

export type AskHook = (hook: Hook, occasion: HookOccasion) => Promise<HookVerdict>;

/** One function of the group. */
export interface Hooked {
  readonly lane: Lane;
  readonly spec: FunctionSpec;
}

export class Hooks {
  constructor(
    private readonly crew: Crew,
    private readonly rollout: string,
    private readonly functions: readonly Hooked[],
  ) {}

  any(when: HookTime, extra: readonly Hook[]): boolean {
    return extra.length > 0 || this.functions.some(({ spec }) => spec.hooks[when].length > 0);
  }

  /** The worst of all verdicts. After one that fails nobody else of the same function is asked. */
  async ask(moment: HookMoment, extra: readonly Hook[]): Promise<Answered> {
    const each = this.functions.map((one) => this.inTurn(one.spec.hooks[moment.when], moment, [one]));
    const own = worst(await Promise.all(each));
    if (own.status === 'fail' || extra.length === 0) return own;
    return worst([own, await this.inTurn(extra, moment, this.functions)]);
  }

  private async inTurn(
    hooks: readonly Hook[],
    moment: HookMoment,
    about: readonly Hooked[],
  ): Promise<Answered> {
    const answers: Answered[] = [];
    for (const hook of hooks) {
      const answer = await this.askOne(hook, moment, about);
      answers.push(answer);
      if (answer.status === 'fail') break;
    }
    return worst(answers);
  }

  private async askOne(hook: Hook, moment: HookMoment, about: readonly Hooked[]): Promise<Answered> {
    const { ports, owner, ask, halt } = this.crew;
    const stop = moment.when === 'onRollback' ? {} : { stop: halt.signal };
    const occasion = { release: owner.release, ...moment, functions: about.map(subjectOf), ...stop };
    const [only] = about.length === 1 ? about : [];
    const lasting = lastingFor({ clock: ports.clock, tell: ports.tell, key: only?.spec.key ?? this.rollout });
    const { status, because, tookMs } = await lasting(`hook ${hook.name}`, () => ask(hook, occasion));
    const who = { rollout: this.rollout, key: only?.spec.key ?? null, hook: hook.name };
    const { when, step } = moment;
    const at = ports.clock.nowMs();
    await ports.tell({ v: 1, type: 'hook.ran', at, ...who, when, step, status, because, tookMs });
    const blame = status === 'fail' ? { against: about.map(({ lane }) => lane.name) } : {};
    return { status, because: `${when} ${hook.name}: ${because}`, ...blame };
  }
}

function subjectOf({ lane, spec }: Hooked): HookSubject {
  const { key, name, alias } = spec;
  const { baseline, candidate } = lane.versions;
  return { key, name, alias, baseline, candidate, spec };
}

function worst(answers: readonly Answered[]): Answered {
  const [bad] = answers.filter(({ status }) => status === 'fail');
  if (bad) return { ...bad, against: [...new Set(answers.flatMap(({ against = [] }) => against))] };
  const open = answers.find(({ status }) => status === 'inconclusive');
  return open ?? { status: 'pass', because: '' };
}
