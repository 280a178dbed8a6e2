/** Small drawings, each of another form: what they mean is not in their colour alone. */
import type { Tone } from './model';

const paths: { readonly [T in Tone]: string } = {
  good: 'M2.5 8.5 6.5 12.5 13.5 4',
  bad: 'M4 4l8 8M12 4l-8 8',
  warn: 'M8 2.5 14.5 13.5H1.5ZM8 6.5v3.5M8 11.9v.1',
  plain: 'M8 3.5v5l3 2M8 1.5a6.5 6.5 0 1 0 .01 0',
};

const names: { readonly [T in Tone]: string } = { good: 'good', bad: 'bad', warn: 'attention', plain: '' };

/** `isAlone`: nothing beside it says the same. */
export const toneGlyph = (tone: Tone, isAlone: boolean): SVGSVGElement =>
  glyph(paths[tone], isAlone ? names[tone] : '');

/** A small drawing beside words that say the same. */
function glyph(shape: string, label: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'glyph');
  if (label === '') svg.setAttribute('aria-hidden', 'true');
  else {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
  }
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', shape);
  svg.append(path);
  return svg;
}
