/** What watches: alarms, metrics, callers around the alias, and who we are. */
import type { TriggerQuestion, TriggerReading, Triggers } from '../../src/core/lambda';
import type {
  AlarmDefinition,
  AlarmReading,
  Alarms,
  Caller,
  CountQuestion,
  Counts,
  Identity,
  Metrics,
} from '../../src/core/ports';
import { AliasRef } from '../../src/core/values';
import { Fake } from './fake';

/** Answers the alarms it knows and leaves out the others without a word, as AWS does. */
export class FakeAlarms extends Fake implements Alarms {
  private readonly readings = new Map<string, AlarmReading>();

  set(name: string, change: Partial<AlarmReading>): void {
    const quiet = {
      name,
      state: 'OK',
      reason: 'quiet',
      sinceMs: 0,
      partial: false,
      windowMs: 60_000,
    } as const;
    this.readings.set(name, { ...quiet, ...this.readings.get(name), ...change });
  }

  /** Somebody deletes it without shipit. */
  forget(name: string): void {
    this.readings.delete(name);
  }

  /** What was put last, by name. */
  readonly definitions = new Map<string, AlarmDefinition>();

  named(prefix: string): Promise<string[]> {
    return this.call('named', prefix, () =>
      [...this.readings.keys()].filter((name) => name.startsWith(prefix)).sort(),
    );
  }

  /** Made here, an alarm is quiet at once. */
  put(alarm: AlarmDefinition): Promise<void> {
    return this.call('put', alarm.name, () => {
      this.definitions.set(alarm.name, alarm);
      this.set(alarm.name, { windowMs: alarm.minutes * 60_000 });
    });
  }

  remove(names: readonly string[]): Promise<void> {
    return this.call('remove', names.join(' '), () => {
      for (const name of names) {
        this.readings.delete(name);
        this.definitions.delete(name);
      }
    });
  }

  read(names: readonly string[]): Promise<AlarmReading[]> {
    return this.call('read', names.join(' '), () => names.flatMap((name) => this.readings.get(name) ?? []));
  }
}

interface Point {
  readonly key: string;
  readonly atMs: number;
  readonly counts: Counts;
}

/** Sums what was put in between the two times; a version nobody called has zeros. */
export class FakeMetrics extends Fake implements Metrics {
  private readonly points: Point[] = [];

  add(question: CountQuestion, atMs: number, counts: Partial<Counts>): void {
    const whole = { invocations: 0, errors: 0, ...counts };
    this.points.push({ key: keyOf(question), atMs, counts: whole });
  }

  counts(questions: readonly CountQuestion[], fromMs: number, toMs: number): Promise<Counts[]> {
    return this.call('counts', questions.map(keyOf).join(' '), () =>
      questions.map((question) => this.sum(keyOf(question), fromMs, toMs)),
    );
  }

  private sum(key: string, fromMs: number, toMs: number): Counts {
    return this.points
      .filter((point) => point.key === key && point.atMs >= fromMs && point.atMs < toMs)
      .reduce((sum, { counts }) => add(sum, counts), { invocations: 0, errors: 0 });
  }
}

export class FakeIdentity extends Fake implements Identity {
  caller: Caller = {
    account: '123456789012',
    arn: 'arn:aws:sts::123456789012:assumed-role/deployer/ann',
    region: 'eu-west-1',
    expiresAtMs: null,
    worry: null,
  };

  whoami(): Promise<Caller> {
    return this.call('whoami', '', () => this.caller);
  }
}

export class FakeTriggers extends Fake implements Triggers {
  private readonly readings = new Map<string, Partial<TriggerReading>>();

  set(ref: AliasRef, reading: Partial<TriggerReading>): void {
    this.readings.set(AliasRef.key(ref), reading);
  }

  look(questions: readonly TriggerQuestion[]): Promise<TriggerReading[]> {
    return this.call('look', questions.map(askedOf).join(' '), () =>
      questions.map((question) => {
        const reading = {
          bypasses: [],
          provisioned: false,
          unread: [],
          ...this.readings.get(AliasRef.key(question)),
        };
        return { ...reading, provisioned: reading.provisioned && question.provisioned };
      }),
    );
  }
}

const askedOf = (question: TriggerQuestion): string =>
  `${AliasRef.key(question)}${question.provisioned ? ' with provisioned concurrency' : ''}`;

const keyOf = (question: CountQuestion): string => `${AliasRef.key(question)}:${question.version}`;

/** The later latency is the one that is told. */
const add = (a: Counts, b: Counts): Counts => ({
  ...a,
  ...b,
  invocations: a.invocations + b.invocations,
  errors: a.errors + b.errors,
});
