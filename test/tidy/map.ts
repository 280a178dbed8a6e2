/** The map in src/README.md, and the names of drawers in which anything would fit. */

const drawers = /^(utils?|helpers?|common|misc|shared|lib)(\.[a-z.]+)?$/i;

/**
 * Action files of the local AWS are named after their operation and say in their header what they do with it; the table in
 * docs/local-aws.md is made from that, so the map need not name them once more.
 */
export const speaksForItself = (path: string, text: string): boolean =>
  /^src\/local\/actions\/\w+\/[\w-]+\.ts$/.test(path) && /^ ?\*? ?@(emulated|stored)\b/m.test(text);

/** Files that the map does not name, lines of the map without a file, and files that stand in it twice. */
export function mapProblems(readme: string, files: readonly string[]): string[] {
  const named = [...readme.matchAll(/^\|\s*`([^`]+)`\s*\|\s*(\S.*?)\s*\|\s*$/gm)]
    .map(([, path = '']) => path)
    .filter((path) => path.startsWith('src/'));
  const twice = named.filter((path, index) => named.indexOf(path) !== index);
  return [
    ...files.filter((path) => !named.includes(path)).map((path) => `${path} is not in the map`),
    ...named.filter((path) => !files.includes(path)).map((path) => `${path} is in the map and nowhere else`),
    ...twice.map((path) => `${path} is in the map twice`),
  ];
}

export function drawerProblems(files: readonly string[]): string[] {
  return files.filter((path) => path.split('/').some((part) => drawers.test(part)));
}
