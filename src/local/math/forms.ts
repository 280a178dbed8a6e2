/** The functions of metric math that take words, texts or names: METRICS, SEARCH, PERIOD, FILL, SORT and IF. */
import { choose } from './choose';
import type { Evaluation } from './evaluate';
import { type Filler, filled } from './fill';
import { ExpressionProblem, unsupported } from './problem';
import { reduceSeries } from './reduce';
import type { Node } from './tree';
import { onEach, scalar, type TimeSeries, type Value } from './values';

type Form = (args: readonly Node[], evaluation: Evaluation) => Value;

export const forms: { readonly [name: string]: Form } = {
  IF: (args, { worth }) => choose(args.map(worth)),
  METRICS(args, { metrics }) {
    const [pattern, ...rest] = args;
    if (rest.length > 0 || (pattern && pattern.kind !== 'text')) throw wrongArguments('METRICS');
    const part = pattern?.kind === 'text' ? pattern.text : '';
    const found = metrics().filter(({ id }) => id.includes(part));
    return { kind: 'array', items: found.map(({ series }) => series) };
  },
  PERIOD(args, { metrics }) {
    const [of, ...rest] = args;
    const found =
      of?.kind === 'name' && rest.length === 0 ? metrics().find(({ id }) => id === of.name) : null;
    if (!found) throw new ExpressionProblem('PERIOD takes the id of a metric');
    return scalar(found.series.periodMs / 1000);
  },
  FILL(args, { worth, setting }) {
    const [of, by, ...rest] = args;
    if (!of || !by || rest.length > 0) throw wrongArguments('FILL');
    const value = worth(of);
    const filler = fillerOf(by, worth);
    const result = filler && onEach(value, (series) => filled(series, filler, setting.range));
    if (!result) throw unsupported('FILL', [value, ...(isWord(by) ? [] : [worth(by)])]);
    return result;
  },
  SORT(args, { worth }) {
    const [of, by, order, limit, ...rest] = args;
    const [name, direction] = [wordOf(by), wordOf(order)];
    const value = of && worth(of);
    const most = limit && worth(limit);
    if (value?.kind !== 'array' || rest.length > 0 || (most && most.kind !== 'scalar'))
      throw wrongArguments('SORT');
    if (!sortable.has(name) || (direction !== 'ASC' && direction !== 'DESC')) throw wrongArguments('SORT');
    return { kind: 'array', items: sorted(value.items, name, direction).slice(0, most?.value) };
  },
  SEARCH(args, { search, worth }) {
    const [query, statistic, period, ...rest] = args;
    if (query?.kind !== 'text' || statistic?.kind !== 'text' || rest.length > 0)
      throw wrongArguments('SEARCH');
    const length = period && worth(period);
    if (length && length.kind !== 'scalar') throw wrongArguments('SEARCH');
    const periodS = length ? length.value : null;
    return { kind: 'array', items: search({ query: query.text, statistic: statistic.text, periodS }) };
  },
};

const sortable = new Set(['AVG', 'MIN', 'MAX', 'SUM']);
const words = new Set(['REPEAT', 'LINEAR']);

const wordOf = (node: Node | undefined): string => (node?.kind === 'name' ? node.name : '');

const isWord = (node: Node): boolean => words.has(wordOf(node));

function fillerOf(node: Node, worth: (node: Node) => Value): Filler | null {
  if (isWord(node)) return { kind: wordOf(node) === 'REPEAT' ? 'repeat' : 'linear' };
  const value = worth(node);
  if (value.kind === 'scalar') return { kind: 'value', value: value.value };
  return value.kind === 'series' ? { kind: 'series', points: value.series.points } : null;
}

/** What has no points comes last, whatever the order. */
function sorted(items: readonly TimeSeries[], by: string, direction: 'ASC' | 'DESC'): TimeSeries[] {
  const sign = direction === 'ASC' ? 1 : -1;
  const keyed = items.map((item) => ({ item, key: item.points.length ? reduceSeries(by, item) : null }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * (a.key - b.key);
  });
  return keyed.map(({ item }) => item);
}

const wrongArguments = (name: string): ExpressionProblem =>
  new ExpressionProblem(`Invalid arguments for function '${name}'`);
