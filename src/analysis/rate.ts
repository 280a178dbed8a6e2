/**
 * Between which rates the true rate of errors of one version lies, however often somebody looks: for people, who look at
 * every poll and stop when they like what they see. Pure.
 */

/** Fractions of all requests, 0 to 1, rounded outwards to six digits. */
export interface RateInterval {
  readonly low: number;
  readonly high: number;
}

/** It is wrong for at most one version in twenty, over all looks together. */
const alpha = 0.05;
/** Halvings of a bracket: finer than anybody can read, and five hundred functions ask for a thousand at each poll. */
const halvings = 24;
const digits = 1e6;

/**
 * The confidence sequence of the beta-binomial mixture: all rates p at which a bet against p, spread over all other rates
 * by a Beta(1/2, 1/2), has won less than 1/alpha (Robbins 1970; Howard et al. 2021, arXiv 1810.08240, section 4). Holds
 * at all looks together by Ville's inequality while requests fail independently at one rate; bursts make it too narrow.
 * Null without requests, of which nothing can be said.
 */
export function rateInterval(requests: number, errors: number): RateInterval | null {
  if (requests <= 0) return null;
  // Lambda counts an error in a minute in which its request may not be counted yet.
  const failed = Math.min(errors, requests);
  const seen = failed / requests;
  const won = lnMixture(requests, failed);
  const isRefuted = (rate: number): boolean => won - lnLikelihood(requests, failed, rate) >= -Math.log(alpha);
  return {
    low: failed === 0 ? 0 : Math.floor(edge(0, seen, isRefuted) * digits) / digits,
    high: failed === requests ? 1 : Math.ceil(edge(1, seen, isRefuted) * digits) / digits,
  };
}

/** Where being refuted ends, on the way from the far end to what was seen; on the far side, so that it is never too narrow. */
function edge(far: number, seen: number, isRefuted: (rate: number) => boolean): number {
  let [out, inside] = [far, seen];
  for (let turn = 0; turn < halvings; turn += 1) {
    const middle = (out + inside) / 2;
    if (isRefuted(middle)) out = middle;
    else inside = middle;
  }
  return out;
}

function lnLikelihood(requests: number, errors: number, rate: number): number {
  const bad = errors === 0 ? 0 : errors * Math.log(rate);
  const good = errors === requests ? 0 : (requests - errors) * Math.log1p(-rate);
  return bad + good;
}

/** Of the counts, over all rates by Beta(1/2, 1/2): B(k + 1/2, n - k + 1/2) / B(1/2, 1/2). */
function lnMixture(requests: number, errors: number): number {
  const lnBeta = lnGamma(errors + 0.5) + lnGamma(requests - errors + 0.5) - lnGamma(requests + 1);
  return lnBeta - Math.log(Math.PI);
}

/** Stirling's series after a shift to arguments above 10: better than 1e-13 (Abramowitz and Stegun 6.1.41). */
function lnGamma(value: number): number {
  let [x, shift] = [value, 0];
  while (x < 10) {
    shift += Math.log(x);
    x += 1;
  }
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - 1 / (1680 * x ** 7);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift;
}
