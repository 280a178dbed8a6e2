/** The times of a rollout; docs and proofs quote them. */
export const limits = {
  /** How often alarms, metrics and the leader's record are read. */
  pollMs: 15_000,
  /** An upward write is issued at most this long after the observation that allows it was complete. */
  freshMs: 10_000,
  /** Without a complete observation for this long, the rollout goes back. */
  blindMs: 300_000,
  /** When the next step cannot be taken for this long after its time, the rollout goes back. */
  hinderedMs: 300_000,
  /** How long the lease lasts, and how often it is renewed. */
  leaseS: 120,
  heartbeatMs: 40_000,
  /** First and longest pause before a call is tried again. */
  retryMs: 500,
  longestRetryMs: 4000,
  /** How long a restore is tried when AWS refuses it for good, as without permission. */
  stuckMs: 120_000,
  /** How many aliases are written at once: few enough that no write waits past its observation. */
  atOnce: 8,
  /** Calls to CloudWatch in one poll, however many aliases there are. */
  watchCalls: 6,
  /** What one call takes: DescribeAlarms 100 names; GetMetricData 500 queries, two a version (API reference of CloudWatch). */
  alarmsACall: 100,
  questionsACall: 250,
  /** Up to so many functions it is read, too, how long their requests took: for people, and still one call. */
  timedLanes: 80,
} as const;
