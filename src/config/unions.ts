import { nearest } from './nearest';
import { pathOf, valueAt } from './pointer';
import type { SchemaError } from './validate.gen';

/** The forms that a value may have: the keys of those that are maps, null for one that is a word. */
type Branches = NonNullable<SchemaError['parentSchema']['branches']>;

interface Union {
  readonly branches: Branches;
  /** Null when no form is nearer than the others. */
  readonly meant: string | null;
}

/**
 * A value that fits none of its forms is reported against each of them. What is kept here: the errors of the form that
 * was meant, or the one error of the whole when that cannot be told. Asked error by error: there may be very many.
 */
export function meantForms(errors: readonly SchemaError[], root: unknown): (error: SchemaError) => boolean {
  const unions = new Unions(errors, root);
  return (error) => belongs(error, unions);
}

/** By their places. */
class Unions {
  private readonly errors = new Map<string, SchemaError[]>();
  private readonly known = new Map<string, Union>();

  constructor(
    errors: readonly SchemaError[],
    private readonly root: unknown,
  ) {
    for (const error of errors) {
      if (error.parentSchema.branches !== undefined) this.errors.set(error.instancePath, []);
    }
    for (const error of errors) this.errors.get(error.instancePath)?.push(error);
  }

  has(place: string): boolean {
    return this.errors.has(place);
  }

  at(place: string): Union | null {
    const known = this.known.get(place);
    if (known !== undefined) return known;
    const own = this.errors.get(place);
    const branches = own?.find(({ keyword }) => keyword === 'anyOf')?.parentSchema.branches;
    if (!own || !branches) return null;
    const value = valueAt(this.root, pathOf(place));
    const union = { branches, meant: meantBranch(branches, own, value) };
    this.known.set(place, union);
    return union;
  }
}

function meantBranch(branches: Branches, errors: readonly SchemaError[], value: unknown): string | null {
  const forms = Object.entries(branches);
  if (typeof value === 'string') return forms.find(([, keys]) => keys === null)?.[0] ?? null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const ranked = forms
    .flatMap(([branch, keys]) => (keys === null ? [] : [{ branch, keys }]))
    .map(({ branch, keys }) => {
      const wrong = distanceTo({ branch, keys }, errors);
      // Its first key is the one that names it.
      const isNamed = Object.hasOwn(value, keys[0] ?? branch);
      return { branch, wrong, distance: wrong - (isNamed ? 1 : 0) };
    })
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = ranked;
  if (first === undefined) return null;
  // Where several forms have every key, each says the same of what is in them.
  const isTold = first.wrong <= 0 || first.distance !== second?.distance;
  return isTold ? first.branch : null;
}

/** Keys that are missing or unknown; one that is nearly legal speaks for the branch. */
function distanceTo(
  { branch, keys }: { branch: string; keys: readonly string[] },
  errors: readonly SchemaError[],
): number {
  let distance = 0;
  for (const error of errors) {
    if (error.parentSchema.$comment !== branch) continue;
    const unknown = error.params.additionalProperty;
    const isNear = typeof unknown === 'string' && nearest(unknown, keys) !== null;
    distance += isNear ? -0.5 : 1;
  }
  return distance;
}

/** Forms stand within forms: an error is about what was meant when it is so for each union on its way. */
function belongs(error: SchemaError, unions: Unions): boolean {
  return unionsOn(error.instancePath, unions).every((place) => isMeantAt(place, error, unions));
}

function isMeantAt(place: string, error: SchemaError, unions: Unions): boolean {
  const union = unions.at(place);
  if (union === null) return true;
  if (error.instancePath === place && error.keyword === 'anyOf') return union.meant === null;
  if (union.meant === null) return false;
  if (error.instancePath === place) return error.parentSchema.$comment === union.meant;
  const key = error.instancePath.slice(place.length + 1).split('/')[0] ?? '';
  return union.branches[union.meant]?.includes(key) ?? false;
}

/** The places of the unions that a path leads through, or to. */
function unionsOn(instancePath: string, unions: Unions): string[] {
  const places: string[] = [];
  let place = '';
  for (const step of instancePath.split('/').slice(1)) {
    place += `/${step}`;
    if (unions.has(place)) places.push(place);
  }
  return places;
}
