import { name, version } from '../../package.json';

/** Answered before the framework is loaded: `--version` as the first word, as the framework itself would have it. */
export const isVersion = ([word]: readonly string[]): boolean => word === '--version' || word === '-v';

export const versionText = (): string =>
  `${name}/${version} ${process.platform}-${process.arch} node-${process.version}`;
