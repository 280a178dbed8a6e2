/** Why a percentage, a duration or a command is none, said so exactly that the next attempt is right. */

interface Reason {
  readonly what: string;
  readonly hint: string;
}

type Form = (text: string) => Reason;

const percentForm = 'write it like `10%` or `0.5%`';
const durationForm = 'write it like `10m`, `90s` or `1h30m`';

/** By the name of the schema's definition; the text is the value as the file writes it. */
export const forms: Readonly<{ [definition: string]: Form }> = {
  percent: (text) => wrongPercent(text),
  weight: (text) => zeroOrFull(text) ?? wrongPercent(text),
  duration: (text) => wrongDuration(text),
  timeout: (text) => wrongDuration(text),
  run: (text) => noList(text),
};

function zeroOrFull(text: string): Reason | null {
  if (/^0+(\.0+)?%$/.test(text))
    return { what: 'gives the new version nothing', hint: 'write more than `0%`' };
  if (!/^100(\.0+)?%$/.test(text)) return null;
  const hint = 'write less than `100%`, or `AllAtOnce` for the rollout';
  return { what: 'leaves nothing to compare with: 100% comes by itself after the last step', hint };
}

function wrongPercent(text: string): Reason {
  if (/^\d{1,2}(\.\d)?$/.test(text)) return { what: 'has no unit', hint: `write \`${text}%\`` };
  const number = /^(-?\d+(?:\.\d+)?)%$/.exec(text)?.[1];
  if (number === undefined) return { what: 'is not a percentage', hint: percentForm };
  if (Number(number) < 0) return { what: 'is less than 0%', hint: percentForm };
  if (Number(number) > 100) return { what: 'is more than 100%', hint: percentForm };
  return { what: 'has more than one decimal', hint: percentForm };
}

function wrongDuration(text: string): Reason {
  if (/^\d{1,6}$/.test(text))
    return { what: 'has no unit', hint: `write \`${text}s\` for seconds, \`${text}m\` for minutes` };
  return { what: 'is not a duration', hint: durationForm };
}

/** No shell takes a command line apart. */
function noList(text: string): Reason {
  const words = text.trim().split(/\s+/).slice(0, 10).join(', ');
  return { what: 'is not a list of words', hint: `write \`[${words}]\`; no shell reads it` };
}
