/** Design bugs, planted one at a time into the source as it is loaded. Each has to be seen by the invariant that is there for it. */

export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Occurs in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Any of these. */
  readonly caughtBy: readonly string[];
  /** The canonical rollout in whose crashes it is looked for first; the swarm alone when there is none. */
  readonly rollout?: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: 'aliases are written without RevisionId',
    file: 'src/simulation/world.ts',
    find: 'if (who.revisionId !== null && who.revisionId !== before.revisionId)',
    replace: 'if (who.revisionId === before.description)',
    caughtBy: ['S1', 'S6'],
  },
  {
    name: 'an heir takes the present routing for its baseline',
    file: 'src/rollout/lane.ts',
    find: 'this.versions = { baseline, candidate, previous };',
    replace: 'this.versions = { baseline: this.known.version, candidate, previous: baseline };',
    caughtBy: ['S3'],
  },
  {
    name: 'a failed poll counts as OK',
    file: 'src/rollout/observe.ts',
    find: 'unread.push(`${what}: ${error.message}`);',
    replace: '',
    caughtBy: ['S4'],
  },
  {
    name: 'the epoch comes from the description alone',
    file: 'src/rollout/muster.ts',
    find: 'return Math.max(Math.floor(nowMs / 1000), ...recorded) + 1;',
    replace: 'return Math.max(0 * nowMs, ...recorded) + 1;',
    caughtBy: ['S1'],
    rollout: 'wiped and begun anew',
  },
  {
    name: 'evidence may be as old as it likes',
    file: 'src/rollout/actors.ts',
    find: 'clock.monotonicMs() - evidence.atMs <= limits.freshMs',
    replace: 'clock.monotonicMs() >= evidence.atMs',
    caughtBy: ['S4'],
  },
  {
    name: 'evidence is as old as its answer',
    file: 'src/rollout/observe.ts',
    find: "  if (clock.monotonicMs() - atMs > limits.freshMs) unread.push('AWS took too long to answer everything');\n  return { atMs,",
    replace: '  return { atMs: clock.monotonicMs(),',
    caughtBy: ['S4'],
  },
  {
    name: 'an own write whose answer was lost is taken for a stranger',
    file: 'src/release/alias.ts',
    find: "if (unsettled.some((target) => isUnchanged(read, target))) return 'own';",
    replace: '',
    caughtBy: ['L3'],
  },
  {
    name: 'a late read is taken for a stranger',
    file: 'src/rollout/lane.ts',
    find: 'if (this.past.has(read.revisionId))',
    replace: 'if (this.past.has(read.description))',
    caughtBy: ['L3'],
  },
  {
    name: 'nobody takes over',
    file: 'src/attach.ts',
    find: 'return unchangedMs >= (record?.leaseS ?? limits.leaseS) * 1000;',
    replace: 'return unchangedMs < 0 * limits.leaseS;',
    caughtBy: ['L2', 'L4', 'L5'],
  },
  {
    name: 'a live owner is taken over',
    file: 'src/rollout/takeover.ts',
    find: "if (read === 'gone' || (read !== null && !isSilent(read, seen))) return false;",
    replace: '',
    caughtBy: ['L3'],
  },
  {
    name: 'an unknown alarm name counts as OK',
    file: 'src/rollout/observe.ts',
    find: 'if (!reading) unread.push(`alarm ${name}: there is no such alarm any more`);',
    replace: 'if (!reading) continue;',
    caughtBy: ['S4'],
  },
  {
    name: 'an alarm that was partly evaluated counts as OK',
    file: 'src/rollout/observe.ts',
    find: 'else if (reading.partial) unread.push(`alarm ${name}: CloudWatch could not read all of its data`);',
    replace: '',
    caughtBy: ['S4'],
  },
  {
    name: 'composite alarms are not asked for',
    file: 'src/simulation/world.ts',
    find: 'return alarm ? readAlarm(name, alarm, this.scheduler.nowMs() - lateMs) : null;',
    replace:
      "const read = alarm ? readAlarm(name, alarm, this.scheduler.nowMs() - lateMs) : null;\n    return read?.windowMs === null ? { ...read, state: 'OK' } : read;",
    caughtBy: ['L1'],
  },
  {
    name: 'promoted before the last bake is over',
    file: 'src/rollout/context.ts',
    find: 'nowMs() >= dueMs || (hurried && step < steps.length)',
    replace: 'nowMs() >= dueMs || step === steps.length || (hurried && step < steps.length)',
    caughtBy: ['S2'],
  },
  {
    name: 'a rollback needs evidence',
    file: 'src/rollout/actors.ts',
    find: "await tell({ v: 1, type: 'rollout.restoring', at, rollout: name, because: because.text });",
    replace:
      "await tell({ v: 1, type: 'rollout.restoring', at, rollout: name, because: because.text });\n    const asked = { lanes, alarms: this.alarmsAt(context), counted: false, sinceMs: null, tally: this.tally };\n    for (let tries = 0; tries < 100 && (await observe(this.crew, asked)).unread.length > 0; tries += 1)\n      await new Promise<void>((resolve) => { clock.after(15_000, resolve); });",
    caughtBy: ['S7'],
  },
  {
    name: 'the weight is applied before the record says so',
    file: 'src/release/alias.ts',
    find: 'description: Record.format(openRecord(opening), opening.userText),',
    replace:
      'description: Record.format({ ...openRecord(opening), weight: Math.max(0, opening.course.weight - 1) }, opening.userText),',
    caughtBy: ['S2'],
  },
  {
    name: 'a group is promoted in parts',
    file: 'src/rollout/actors.ts',
    find: "if (!failed) return { kind: 'shifted' };",
    replace: "if (!failed || answers.some(({ kind }) => kind === 'written')) return { kind: 'shifted' };",
    caughtBy: ['S2', 'S13'],
  },
  {
    name: 'one that goes back does not take the others along',
    file: 'src/rollout/conduct.ts',
    find: "const [failed] = crew.scope === 'release' ? reasons : reasons.filter(({ kind }) => shared.includes(kind));",
    replace: 'const [failed] = reasons.filter(({ kind }) => shared.includes(kind));',
    caughtBy: ['S13'],
  },
  {
    name: 'a step is skipped',
    file: 'src/rollout/context.ts',
    find: '(hurried ? steps.length : step + 1)',
    replace: '(hurried ? steps.length : Math.min(steps.length, step + 2))',
    caughtBy: ['S2'],
  },
  {
    name: 'blindness does not end a rollout',
    file: 'src/rollout/machine.ts',
    find: 'isBlind: ({ context }) => context.nowMs() - context.seenMs >= limits.blindMs,',
    replace: 'isBlind: () => false,',
    caughtBy: ['S5'],
  },
  {
    name: 'a bake may end after the gates were asked',
    file: 'src/rollout/machine.ts',
    find: "        { guard: 'isUnasked', target: 'observing' },\n",
    replace: '',
    caughtBy: ['S14'],
    rollout: 'an approval, told slowly',
  },
  {
    name: 'a rollback gives up after a while',
    file: 'src/rollout/crew.ts',
    find: 'if (refused && crew.ports.clock.monotonicMs() - startMs > limits.stuckMs) return written;',
    replace: 'if (failures > 2 || (refused && startMs < 0)) return written;',
    caughtBy: ['S7', 'S13'],
  },
  {
    name: 'a write is told twice',
    file: 'src/rollout/lane.ts',
    find: 'await this.ports.tell(this.writtenEvent(from));',
    replace:
      'await this.ports.tell(this.writtenEvent(from));\n    await this.ports.tell(this.writtenEvent(from));',
    caughtBy: ['S10'],
  },
  {
    name: 'a write that landed unseen is not told',
    file: 'src/rollout/lane.ts',
    find: "if (meaning === 'own') await this.accept(read);",
    replace: "if (meaning === 'own') this.adopt(read);",
    caughtBy: ['S10'],
  },
  {
    name: 'an heir writes over what a stranger moved',
    file: 'src/rollout/lane.ts',
    find: 'if (!AliasTargets.isAsRecorded(this.known))',
    replace: "if (this.known.version === '')",
    caughtBy: ['S6'],
  },
  {
    name: 'an heir of two rollouts is in a hurry',
    file: 'src/inherit.ts',
    find: 'if (courses.some(isSpread)) crew.desk.want',
    replace: 'if (courses.length > 1) crew.desk.want',
    caughtBy: ['S2'],
  },
  {
    name: 'who approves what was held stops there again',
    file: 'src/rollout/way.ts',
    find: 'return isLifted ? null : until;',
    replace: 'return isLifted ? until : until;',
    caughtBy: ['L4', 'L5'],
    rollout: 'until 10% of two rollouts, then approved',
  },
  {
    name: 'a take-over is no matter of those whose leader has gone back alone',
    file: 'src/rollout/observe.ts',
    find: "'because' in seen && seen.kind !== 'again' ? seen : null",
    replace: "'because' in seen && seen.kind !== 'again' && seen.kind !== 'takenOver' ? seen : null",
    caughtBy: ['L5'],
    rollout: 'paused, and its leader goes back alone',
  },
  {
    name: 'a wish counts as a sign of the owner',
    file: 'src/follow.ts',
    find: "return ['same', 'touched'].includes(sight(now, before, []));",
    replace: "return ['same'].includes(sight(now, before, []));",
    caughtBy: ['L2'],
    rollout: 'an approval',
  },
  {
    name: 'closed on what was seen before a long sleep',
    file: 'src/rollout/machine.ts',
    // Either of them is enough where it slept through the end of its bake.
    find: "{ guard: 'isUnasked', target: 'observing' },\n        { guard: 'isLastButStale', target: 'observing' },",
    replace: '',
    caughtBy: ['L6'],
    rollout: 'an alarm after all traffic',
  },
  {
    name: 'one that went back after it had arrived is closed with its candidate',
    file: 'src/rollout/conduct.ts',
    find: 'return context?.arrived === true && context.because === null;',
    replace: 'return context?.arrived === true;',
    caughtBy: ['S2'],
    rollout: 'gone back after it had arrived',
  },
];
