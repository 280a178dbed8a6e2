import picomatch from 'picomatch';
import { ShipitError } from '../core/errors';
import { nearest } from './nearest';
import type { FunctionSpec, Project } from './project';

/** The functions named on the command line, by key or glob; none named means all. `unknownFunction` for a name that fits nothing. */
export function selectFunctions(
  project: Pick<Project, 'functions'>,
  names: readonly string[],
): readonly FunctionSpec[] {
  if (names.length === 0) return project.functions;
  // The matcher takes no empty pattern; an empty name fits nothing.
  const fits = names.map((name) => ({ name, matches: name === '' ? () => false : picomatch(name) }));
  const lost = fits.filter(({ matches }) => !project.functions.some(({ key }) => matches(key)));
  if (lost.length > 0) {
    const known = project.functions.map(({ key }) => key);
    const problems = lost.map(({ name }) => {
      const meant = nearest(name, known);
      const called = `${name === '' ? '""' : name}${meant === null ? '' : ` (did you mean \`${meant}\`?)`}`;
      return `no function of the project is called ${called}; there are: ${known.join(', ')}`;
    });
    throw new ShipitError('unknownFunction', problems.join('; '), { problems });
  }
  return project.functions.filter(({ key }) => fits.some(({ matches }) => matches(key)));
}
