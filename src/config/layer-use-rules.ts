import { isMadeOfImage } from './kind';
import { didYouMean } from './nearest';
import type { Problem } from './problem';
import { valueProblem } from './rule';
import type { Subject } from './subject';

/** What the schema cannot say about the layers that a function names. */
export function layerUseProblems(subject: Subject): Problem[] {
  const { layers } = subject.layered;
  // An image has no layers; what the defaults name is for other functions.
  if (!layers || isMadeOfImage(subject)) return [];
  const first = new Map<string, string>();
  return layers.flatMap((layer, index) => [
    ...unknownProblems(subject, layer, index),
    ...twiceProblems(subject, { layer, index, first }),
  ]);
}

function unknownProblems(subject: Subject, layer: string, index: number): Problem[] {
  if (layer.startsWith('arn:') || subject.layerKeys.includes(layer)) return [];
  const hint =
    subject.layerKeys.length === 0
      ? 'describe it under `layers` at the top of the file, or write the ARN of a layer version'
      : didYouMean(layer, subject.layerKeys);
  return [valueProblem(subject, ['layers', index], { what: `there is no layer \`${layer}\``, hint })];
}

/** Lambda takes one version of a layer (AWS Lambda Developer Guide, "Adding layers to functions"). */
function twiceProblems(
  subject: Subject,
  { layer, index, first }: { layer: string; index: number; first: Map<string, string> },
): Problem[] {
  const name = layer.startsWith('arn:') ? layer.replace(/:\d+$/, '') : layer;
  const other = first.get(name);
  if (other === undefined) {
    first.set(name, layer);
    return [];
  }
  const what = `\`${layer}\` and \`${other}\` are versions of the same layer`;
  return [valueProblem(subject, ['layers', index], { what, hint: 'keep one of them' })];
}
