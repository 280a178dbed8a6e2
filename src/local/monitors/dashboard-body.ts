/** What is wrong with the body of a dashboard. Source: CloudWatch API reference, "Dashboard body structure and syntax". */
export interface DashboardProblem {
  readonly DataPath: string;
  readonly Message: string;
}

const types = ['alarm', 'custom', 'explorer', 'log', 'metric', 'text'];
const bounds = { x: [0, 23], y: [0, Number.POSITIVE_INFINITY], width: [1, 24], height: [1, 1000] } as const;

type Members = { readonly [name: string]: unknown };

/** Null for what is no JSON object. */
export function dashboardProblems(text: string): DashboardProblem[] | null {
  const body = parsed(text);
  if (!isObject(body)) return null;
  const { widgets } = body;
  if (widgets === undefined) return [problem('', 'Should have required property "widgets"')];
  if (!Array.isArray(widgets)) return [problem('/widgets', 'Should be array')];
  return widgets.flatMap((widget, index) => widgetProblems(widget, `/widgets/${index}`));
}

function widgetProblems(widget: unknown, path: string): DashboardProblem[] {
  if (!isObject(widget)) return [problem(path, 'Should be object')];
  const { type, properties } = widget;
  if (type === undefined) return [problem(path, 'Should have required property "type"')];
  if (!types.includes(String(type)))
    return [problem(`${path}/type`, 'Should be equal to one of the allowed values')];
  const places = Object.entries(bounds).flatMap(([name, [least, most]]) => {
    const value = widget[name];
    if (value === undefined) return [];
    if (!Number.isInteger(value)) return [problem(`${path}/${name}`, 'Should be integer')];
    if (Number(value) < least) return [problem(`${path}/${name}`, `Should be >= ${least}`)];
    return Number(value) > most ? [problem(`${path}/${name}`, `Should be <= ${most}`)] : [];
  });
  if (properties === undefined)
    return [...places, problem(path, 'Should have required property "properties"')];
  if (!isObject(properties)) return [...places, problem(`${path}/properties`, 'Should be object')];
  return [...places, ...metricProblems(properties, `${path}/properties`)];
}

/** `[namespace, name, dimension, value, …, { options }]`, or one object with an expression. */
function metricProblems({ metrics }: Members, path: string): DashboardProblem[] {
  if (metrics === undefined) return [];
  if (!Array.isArray(metrics)) return [problem(`${path}/metrics`, 'Should be array')];
  return metrics.flatMap((metric, index) => {
    const place = `${path}/metrics/${index}`;
    if (!Array.isArray(metric)) return [problem(place, 'Should be array')];
    const names = isObject(metric.at(-1)) ? metric.slice(0, -1) : metric;
    const wrong = names.findIndex((name) => typeof name !== 'string');
    if (wrong < 0) return [];
    return [problem(`${place}/${wrong}`, 'Invalid metric field type, only "String" type is allowed')];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const problem = (DataPath: string, Message: string): DashboardProblem => ({ DataPath, Message });
