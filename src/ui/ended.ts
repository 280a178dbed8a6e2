/** How a release stands when somebody has said so: also after a way back by hand, and when it goes on after that. Pure. */
import type { EventOf, FunctionResult } from '../core/events';
import { overWith } from './followed';
import { type FunctionChange, setFunctions, type View } from './view';

type Finished = EventOf<'release.finished'>;

export function finished(view: View, event: Finished): View {
  const known = {
    ...view,
    release: event.release ?? view.release,
    finished: event,
    problems: event.problems,
  };
  return event.byHand ? backByHand(known, event) : concluded(known, event);
}

/** It had waited, or was given up, and somebody drives it again. */
export function goesOn(view: View): View {
  const open = [...view.functions.keys()].map((key) => [key, { result: null }] as const);
  return view.ended === null ? view : setFunctions({ ...view, ended: null, finished: null }, open);
}

function concluded(view: View, { functions, outcome, problems, at }: Finished): View {
  const results = functions.filter((result) => result.outcome !== 'unchanged');
  const decisive = results.find((result) => result.outcome === outcome && result.because !== '');
  const ended = { outcome, because: decisive?.because ?? problems[0] ?? '', atMs: at };
  const rollouts = view.followed === null ? view.rollouts : overWith(view, results);
  return setFunctions(
    { ...view, ended, rollouts },
    results.map((result) => [result.key, changeOf(view, result)]),
  );
}

function changeOf(view: View, result: FunctionResult): FunctionChange {
  const { key, name, alias, outcome, because } = result;
  const known = view.functions.get(key);
  const baseline = result.baseline ?? known?.baseline ?? null;
  const candidate = result.candidate ?? known?.candidate ?? null;
  return { name, alias, baseline, candidate, result: { outcome, because } };
}

/** Who undoes a rollback by hand promotes the candidate again. */
function backByHand(view: View, event: Finished): View {
  const moved = event.functions.filter(({ outcome }) => outcome === 'rolledBack');
  if (moved.length === 0) return view;
  const next = setFunctions(
    view,
    moved.map((result) => [result.key, handOf(view, result)]),
  );
  const stands = [...next.functions.values()].every(({ result }) => result?.outcome === 'promoted');
  const { by = 'somebody', at } = event;
  const because = `${stands ? 'released again' : 'rolled back'} by hand by ${by}`;
  const outcome = stands ? 'promoted' : 'rolledBack';
  return { ...next, by: view.by ?? by, ended: { outcome, because, atMs: at } };
}

function handOf(
  view: View,
  { key, name, alias, baseline, candidate: to, because }: FunctionResult,
): FunctionChange {
  const known = view.functions.get(key);
  const result = { outcome: 'rolledBack', because } as const;
  if (!known) return { name, alias, baseline, candidate: to, result };
  return { result: { ...result, outcome: to === known.candidate ? 'promoted' : 'rolledBack' } };
}
