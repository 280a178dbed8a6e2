/**
 * The rollout. It knows steps, not strategies, and no words for people. All IO sits in five actors that the runner
 * supplies; all time comes from the injected clock. Direction is one field: once `because` is set, every path leads back.
 * Leaving a state would drop the answer of a write that still runs, so an abort is kept until the write has settled.
 * What holds a step - pause, hook, approval - arrives with the evidence: while it holds, the watching goes on.
 */
import { assign, fromPromise, setup } from 'xstate';
import type { Step } from '../plan/step';
import {
  type Context,
  Contexts,
  type Ending,
  type Evidence,
  reasons,
  type Shifted,
  type Signal,
} from './context';
import { limits } from './limits';

interface Input {
  readonly steps: readonly Step[];
  readonly nowMs: () => number;
  /** Where it goes on: 0 for one that begins. The bake of that step begins anew. */
  readonly step: number;
}

const absent = (name: string): never => {
  throw new Error(`the actor ${name} was not supplied`);
};

export const rolloutMachine = setup({
  types: { context: {} as Context, input: {} as Input, events: {} as Signal, output: {} as Ending },
  actors: {
    observe: fromPromise<Evidence, Context>(() => absent('observe')),
    shift: fromPromise<Shifted, Context>(() => absent('shift')),
    close: fromPromise<Ending, Context>(() => absent('close')),
    leave: fromPromise<Ending, Context>(() => absent('leave')),
    restore: fromPromise<Ending, Context>(() => absent('restore')),
  },
  delays: {
    poll: ({ context }) => Math.max(0, Math.min(limits.pollMs, pollAt(context) - context.nowMs())),
    retry: limits.retryMs,
  },
  guards: {
    isGoingBack: ({ context }) => context.because !== null,
    isBlind: ({ context }) => context.nowMs() - context.seenMs >= limits.blindMs,
    isBaking: ({ context }) => !Contexts.hasBaked(context),
    /** The bake ended after it was asked what holds at its end: writing the journal takes its time, too. */
    isUnasked: ({ context }) => context.evidence?.baked !== true,
    isHeld: ({ context }) => context.evidence?.hold != null,
    isHindered: ({ context }) =>
      context.hindrance !== '' &&
      context.nowMs() - Math.max(context.dueMs, context.heldMs) >= limits.hinderedMs,
    isFresh: ({ context }) => isFresh(context),
    isUnseen: ({ context }) => context.evidence === null || !context.evidence.complete,
    hasFailed: ({ context }) => context.evidence?.verdict.status === 'fail',
    isGone: ({ context }) => context.evidence?.gone != null,
    isLastStep: ({ context }) => Contexts.isLast(context),
    /** A process that slept after its last look looks again before anything is closed. */
    isLastButStale: ({ context }) => Contexts.isLast(context) && !isFresh(context),
    hasArrived: ({ context }) => context.arrived,
    hasNoBake: ({ context }) => bakeOf(context) === 0,
  },
  actions: {
    goBack: assign({
      because: ({ context, event }) => context.because ?? (event.type === 'BACK' ? event.because : null),
    }),
    hurry: assign({ hurried: true }),
    failed: assign({ because: ({ context }) => reasons.failed(context) }),
    gone: assign({ because: ({ context }) => context.evidence?.gone ?? null }),
    blind: assign({ because: ({ context }) => reasons.blind(context) }),
    hindered: assign({ because: ({ context }) => reasons.hindered(context) }),
    held: assign({ heldMs: ({ context }) => context.nowMs() }),
    /** Kept, for somebody may be in a hurry while it is being taken. */
    take: assign({ taking: ({ context }) => Contexts.next(context) }),
    arrive: assign({ arrived: true }),
    stepped: assign({
      step: ({ context }) => context.taking,
      hindrance: '',
      dueMs: ({ context }) => context.nowMs() + bakeOf(context),
    }),
    broken: assign({ because: ({ event }) => reasons.broken(event) }),
    stuck: assign({ ending: ({ event }) => reasons.stuck(event) }),
  },
}).createMachine({
  id: 'rollout',
  context: ({ input }) => ({
    ...input,
    taking: input.step,
    dueMs: input.nowMs() + (input.steps[input.step - 1]?.bakeMs ?? 0),
    seenMs: input.nowMs(),
    heldMs: input.nowMs(),
    evidence: null,
    because: null,
    hurried: false,
    hindrance: '',
    arrived: false,
    ending: null,
  }),
  output: ({ context }): Ending =>
    context.ending ?? { outcome: 'stuck', because: 'the rollout ended without saying how' },
  initial: 'observing',
  on: { BACK: { actions: 'goBack' }, PROMOTE: { actions: 'hurry' } },
  states: {
    observing: {
      invoke: {
        src: 'observe',
        input: ({ context }) => context,
        onDone: {
          target: 'deciding',
          actions: assign({
            evidence: ({ event }) => event.output,
            seenMs: ({ context, event }) => (event.output.complete ? event.output.atMs : context.seenMs),
          }),
        },
        onError: { target: 'restoring', actions: 'broken' },
      },
      on: {
        BACK: { target: 'restoring', actions: 'goBack' },
        CLOSE: { target: 'closing', guard: 'hasArrived' },
        LEAVE: 'leaving',
      },
    },
    deciding: {
      always: [
        { guard: 'isGoingBack', target: 'restoring' },
        { guard: 'isGone', target: 'restoring', actions: 'gone' },
        { guard: 'hasFailed', target: 'restoring', actions: 'failed' },
        { guard: 'isBlind', target: 'restoring', actions: 'blind' },
        { guard: 'isUnseen', target: 'baking' },
        { guard: 'isHeld', target: 'baking', actions: 'held' },
        { guard: 'isBaking', target: 'baking' },
        { guard: 'isUnasked', target: 'observing' },
        { guard: 'isLastButStale', target: 'observing' },
        { guard: 'isLastStep', target: 'open' },
        { guard: 'isHindered', target: 'restoring', actions: 'hindered' },
        { guard: 'isFresh', target: 'shifting', actions: 'take' },
        { target: 'observing' },
      ],
    },
    baking: {
      after: { poll: 'observing' },
      on: {
        BACK: { target: 'restoring', actions: 'goBack' },
        CLOSE: { target: 'closing', guard: 'hasArrived' },
        LEAVE: 'leaving',
        LOOK: 'observing',
        PROMOTE: { target: 'observing', actions: 'hurry' },
      },
    },
    shifting: {
      invoke: {
        src: 'shift',
        input: ({ context }) => context,
        onDone: [
          { guard: 'isGoingBack', target: 'restoring' },
          {
            guard: ({ event }) => event.output.kind === 'again',
            target: 'again',
            actions: assign({
              hindrance: ({ event }) => (event.output.kind === 'again' ? event.output.because : ''),
            }),
          },
          {
            guard: ({ event }) => event.output.kind === 'gone',
            target: 'restoring',
            actions: assign({
              because: ({ event }) => (event.output.kind === 'gone' ? event.output.because : null),
            }),
          },
          // Whoever asks for no bake does not wait for the next poll either.
          { guard: 'hasNoBake', target: 'observing', actions: 'stepped' },
          { target: 'baking', actions: 'stepped' },
        ],
        onError: { target: 'restoring', actions: 'broken' },
      },
    },
    again: {
      after: { retry: 'observing' },
      on: { BACK: { target: 'restoring', actions: 'goBack' } },
    },
    open: {
      entry: 'arrive',
      after: { poll: 'observing' },
      on: { BACK: { target: 'restoring', actions: 'goBack' }, CLOSE: 'closing', LOOK: 'observing' },
    },
    // All rollouts of the release close or leave together: none can go back any more.
    closing: {
      on: { BACK: {} },
      invoke: {
        src: 'close',
        input: ({ context }) => context,
        onDone: { target: 'ended', actions: assign({ ending: ({ event }) => event.output }) },
        onError: { target: 'ended', actions: 'stuck' },
      },
    },
    leaving: {
      on: { BACK: {} },
      invoke: {
        src: 'leave',
        input: ({ context }) => context,
        onDone: { target: 'ended', actions: assign({ ending: ({ event }) => event.output }) },
        onError: { target: 'ended', actions: 'stuck' },
      },
    },
    restoring: {
      invoke: {
        src: 'restore',
        input: ({ context }) => context,
        onDone: { target: 'ended', actions: assign({ ending: ({ event }) => event.output }) },
        onError: { target: 'ended', actions: 'stuck' },
      },
    },
    ended: { type: 'final' },
  },
});

/** Of the step that is being taken. */
const bakeOf = ({ steps, taking }: Context): number => steps[taking - 1]?.bakeMs ?? 0;

const isFresh = ({ evidence, nowMs }: Context): boolean =>
  evidence !== null && nowMs() - evidence.atMs <= limits.freshMs;

/** The next look: after a poll, or when the bake is over if that is sooner. */
const pollAt = (context: Context): number => {
  const now = context.nowMs();
  return context.dueMs > now ? Math.min(context.dueMs, now + limits.pollMs) : now + limits.pollMs;
};
