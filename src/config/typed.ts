import { ofReleases } from './function-rules';
import { ofImages, ofZips } from './image-rules';
import { isBuiltImage, isImage } from './kind';
import { isPlain, type Plain } from './overlay';
import { placesOf, withPlaces } from './places';
import { defaultName } from './view';

/** What was typed beside the file, each null when it was not. */
export interface Typed {
  readonly stage: string | null;
  readonly region: string | null;
  readonly profile: string | null;
  readonly alias: string | null;
}

/**
 * A flat file with what was typed over it and with every name written out, so that it means the same without a stage.
 * What holds for all functions stands in each of them already.
 */
export function withTyped(flat: Plain, { stage, region, profile, alias }: Typed): Plain {
  const { defaults: _, project, ...rest } = flat;
  const named = (key: string): Plain => ({ name: defaultName(String(project), stage, key) });
  const functions = each(rest.functions, (own, key) => ({
    ...named(key),
    ...applied(own),
    ...(alias === null ? {} : { alias }),
  }));
  const layers = each(rest.layers, (own, key) => ({ ...named(key), ...own }));
  return kept(flat, {
    project,
    ...rest,
    ...(region === null ? {} : { region }),
    ...(profile === null ? {} : { profile }),
    functions,
    ...(rest.layers === undefined ? {} : { layers }),
  });
}

/** Without what the defaults have for functions of another kind. */
function applied(own: Plain): Plain {
  const strange = strangeTo(own);
  const entries = Object.entries(own).filter(
    ([key]) => !strange.includes(key) && (own.manage !== 'release' || ofReleases.has(key)),
  );
  return Object.fromEntries(entries);
}

/** Settings of other kinds of functions, and an image that is named by nothing. */
function strangeTo(own: Plain): readonly string[] {
  if (!isImage(own)) return ['image', ...ofImages];
  return isBuiltImage(own) ? ['code', ...ofZips] : ['code', 'build', 'ecr', ...ofZips];
}

function each(map: unknown, change: (value: Plain, key: string) => Plain): unknown {
  if (!isPlain(map)) return map;
  const entries = Object.entries(map).map(([key, value]) => [
    key,
    isPlain(value) ? kept(value, change(value, key)) : value,
  ]);
  return kept(map, Object.fromEntries(entries));
}

/** What was left out stands nowhere any more. */
function kept(before: Plain, after: Plain): Plain {
  const places = [...(placesOf(before) ?? [])].filter(([key]) => Object.hasOwn(after, key));
  return withPlaces(after, new Map(places));
}
