import { isPlain, overlay, type Part, type Plain } from './overlay';
import { type Path, type Place, placesOf, type Section, withPlaces } from './places';

/** Keys of the whole file, and of a stage, that say nothing about what is released. */
const ofFile = new Set(['$schema', 'extends', 'stages', 'functions']);
const ofStage = new Set(['protected', 'functions']);

/**
 * The files as one stage sees them, null for none: a project file without stages in which each function has everything
 * that holds for it. The weakest first: `defaults`, the stage's `defaults`, the function, the stage's function.
 */
export function flatten(document: Plain, stage: string | null): Plain {
  const own = stage === null ? {} : mapAt(mapAt(document, 'stages'), stage);
  const path = stage === null ? [] : ['stages', stage];
  const scope = overlay(
    [
      { value: without(document, ofFile), section: null },
      { value: without(own, ofStage), section: { title: `stage ${stage}`, path, steps: 0 } },
    ],
    [],
  );
  const functions = layFunctions(document, own, path);
  const place = placesOf(document)?.get('functions') ?? placesOf(own)?.get('functions');
  const places = new Map(placesOf(scope));
  if (place) places.set('functions', place);
  return withPlaces({ ...scope, functions }, places);
}

function layFunctions(document: Plain, own: Plain, path: Path): Plain {
  const [base, over] = [mapAt(document, 'functions'), mapAt(own, 'functions')];
  const laid: { [key: string]: unknown } = {};
  const places = new Map<string, Place>();
  for (const key of new Set([...Object.keys(base), ...Object.keys(over)])) {
    const inStage = section(path, 'functions', key);
    const parts = [
      partOf(document, 'defaults', section([], 'defaults')),
      partOf(own, 'defaults', section(path, 'defaults')),
      partOf(base, key, section([], 'functions', key)),
      partOf(over, key, inStage),
    ];
    laid[key] = overlay(parts.flat(), ['functions', key]);
    const inFile = placesOf(base)?.get(key);
    const place = inFile ?? placesOf(over)?.get(key);
    if (place) places.set(key, { ...place, section: inFile ? null : inStage });
  }
  return withPlaces(laid, places);
}

/** A part that stands in the file, or in the stage at that path, and is laid under or over a function. */
function section(stage: Path, ...keys: readonly string[]): Section {
  const titles = [
    ...(stage.length > 0 ? [stage.join(' ').replace('stages', 'stage')] : []),
    ...keys.slice(0, 1),
  ];
  const title = titles.filter((word) => word !== 'functions').join(', ');
  return { title, path: [...stage, ...keys], steps: 2 };
}

const partOf = (holder: Plain, key: string, section: Section): Part[] => {
  const value = holder[key];
  return isPlain(value) ? [{ value, section }] : [];
};

const mapAt = (holder: Plain, key: string): Plain => {
  const value = holder[key];
  return isPlain(value) ? value : {};
};

function without(map: Plain, keys: ReadonlySet<string>): Plain {
  const rest = Object.fromEntries(Object.entries(map).filter(([key]) => !keys.has(key)));
  return withPlaces(rest, placesOf(map) ?? new Map());
}
