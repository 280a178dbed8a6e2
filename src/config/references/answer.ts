/** What is wrong with a reference, without its place. It never shows what a reference led to. */
export interface Flaw {
  readonly what: string;
  readonly hint: string | null;
}

export interface Found {
  readonly text: string;
  /** Nobody may see the text. */
  readonly secret: boolean;
}

/** What a reference leads to; null when only AWS can say. */
export type Answer = Found | Flaw | null;

export const flaw = (what: string, hint: string | null): Flaw => ({ what, hint });

export const found = (text: string): Found => ({ text, secret: false });

export const isFlaw = (answer: Flaw | object): answer is Flaw => 'what' in answer;

/** Runs the work once for each subject and gives the same answer to everybody who asks. */
export function once<T>(work: (subject: string) => Promise<T>): (subject: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (subject) => {
    const answer = known.get(subject) ?? work(subject);
    known.set(subject, answer);
    return answer;
  };
}
