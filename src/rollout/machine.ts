/**
 * The rollout. It knows steps, not strategies, and no words for people. All IO sits in four actors that the runner
 * supplies; all time comes from the injected clock. Direction is one field: once `because` is set, every path leads back.
 * Leaving a state would drop the answer of a write that still runs, so an abort is kept until the write has settled.
 */
import { assign, fromPromise, setup } from 'xstate';
import type { Step } from '../plan/plan';
import { type Context, type Ending, type Evidence, reasons, type Shifted, type Signal } from './context';
import { limits } from './limits';

type Input = { readonly steps: readonly Step[]; readonly nowMs: () => number };

const absent = (name: string): never => {
  throw new Error(`the actor ${name} was not supplied`);
};

export const rolloutMachine = setup({
  types: { context: {} as Context, input: {} as Input, events: {} as Signal, output: {} as Ending },
  actors: {
    observe: fromPromise<Evidence, Context>(() => absent('observe')),
    shift: fromPromise<Shifted, Context>(() => absent('shift')),
    close: fromPromise<Ending, Context>(() => absent('close')),
    restore: fromPromise<Ending, Context>(() => absent('restore')),
  },
  delays: {
    poll: ({ context }) => Math.max(0, Math.min(limits.pollMs, pollAt(context) - context.nowMs())),
    retry: limits.retryMs,
  },
  guards: {
    isGoingBack: ({ context }) => context.because !== null,
    isBlind: ({ context }) => context.nowMs() - context.seenMs >= limits.blindMs,
    isBaking: ({ context }) => context.nowMs() < context.dueMs,
    isHindered: ({ context }) =>
      context.hindrance !== '' && context.nowMs() - context.dueMs >= limits.hinderedMs,
    isFresh: ({ context }) =>
      context.evidence !== null && context.nowMs() - context.evidence.atMs <= limits.freshMs,
    isUnseen: ({ context }) => context.evidence === null || !context.evidence.complete,
    hasFailed: ({ context }) => context.evidence?.verdict.status === 'fail',
    isGone: ({ context }) => context.evidence?.gone != null,
    isLastStep: ({ context }) => context.step === context.steps.length,
    hasArrived: ({ context }) => context.arrived,
    hasNoBake: ({ context }) => bakeOfNext(context) === 0,
  },
  actions: {
    goBack: assign({
      because: ({ context, event }) => context.because ?? (event.type === 'BACK' ? event.because : null),
    }),
    failed: assign({ because: ({ context }) => reasons.failed(context) }),
    gone: assign({ because: ({ context }) => context.evidence?.gone ?? null }),
    blind: assign({ because: ({ context }) => reasons.blind(context) }),
    hindered: assign({ because: ({ context }) => reasons.hindered(context) }),
    arrive: assign({ arrived: true }),
    stepped: assign({
      step: ({ context }) => context.step + 1,
      hindrance: '',
      dueMs: ({ context }) => context.nowMs() + bakeOfNext(context),
    }),
    broken: assign({ because: ({ event }) => reasons.broken(event) }),
    stuck: assign({ ending: ({ event }) => reasons.stuck(event) }),
  },
}).createMachine({
  id: 'rollout',
  context: ({ input }) => ({
    ...input,
    step: 0,
    dueMs: input.nowMs(),
    seenMs: input.nowMs(),
    evidence: null,
    because: null,
    hindrance: '',
    arrived: false,
    ending: null,
  }),
  output: ({ context }): Ending =>
    context.ending ?? { outcome: 'stuck', because: 'the rollout ended without saying how' },
  initial: 'observing',
  on: { BACK: { actions: 'goBack' } },
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
      },
    },
    deciding: {
      always: [
        { guard: 'isGoingBack', target: 'restoring' },
        { guard: 'isGone', target: 'restoring', actions: 'gone' },
        { guard: 'hasFailed', target: 'restoring', actions: 'failed' },
        { guard: 'isBlind', target: 'restoring', actions: 'blind' },
        { guard: 'isUnseen', target: 'baking' },
        { guard: 'isBaking', target: 'baking' },
        { guard: 'isLastStep', target: 'open' },
        { guard: 'isHindered', target: 'restoring', actions: 'hindered' },
        { guard: 'isFresh', target: 'shifting' },
        { target: 'observing' },
      ],
    },
    baking: {
      after: { poll: 'observing' },
      on: {
        BACK: { target: 'restoring', actions: 'goBack' },
        CLOSE: { target: 'closing', guard: 'hasArrived' },
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
      on: { BACK: { target: 'restoring', actions: 'goBack' }, CLOSE: 'closing' },
    },
    closing: {
      // All rollouts of the release close together: none can go back any more.
      on: { BACK: {} },
      invoke: {
        src: 'close',
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
const bakeOfNext = (context: Context): number => context.steps[context.step]?.bakeMs ?? 0;

/** The next look: after a poll, or when the bake is over if that is sooner. */
const pollAt = (context: Context): number => {
  const now = context.nowMs();
  return context.dueMs > now ? Math.min(context.dueMs, now + limits.pollMs) : now + limits.pollMs;
};
