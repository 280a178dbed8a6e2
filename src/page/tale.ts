/**
 * All that a page is told, from the first event on, so that one that is opened late knows as much as one that was there. A rollout of many functions tells for hours what it told
 * before: when there is too much of that, every second reading that brings no news goes, and so does each heartbeat.
 */
import type { Event } from '../core/events';

interface Told {
  /** Counts from 1. */
  readonly seq: number;
  readonly text: string;
  /** Of what is told again and again: about whom, and whether it is what was told before. */
  readonly about: string | null;
  readonly isRepeat: boolean;
  readonly isReading: boolean;
}

export interface Chunk {
  readonly upTo: number;
  /** A list as JSON. */
  readonly text: string;
}

export class Tale {
  private told: Told[] = [];
  private last = 0;
  private size = 0;
  private readonly said = new Map<string, string>();

  /** `most` characters are kept before repeats go. */
  constructor(private most: number) {}

  add(event: Event): void {
    const text = JSON.stringify(event);
    const news = newsOf(event);
    const isRepeat = news !== null && this.said.get(news.about) === news.says;
    if (news) this.said.set(news.about, news.says);
    this.last += 1;
    this.told.push({
      seq: this.last,
      text,
      about: news?.about ?? null,
      isRepeat,
      isReading: event.type === 'rollout.observed',
    });
    this.size += text.length;
    if (this.size > this.most) this.thin();
  }

  /** What comes after that, at most so many characters and one event at least; null when that was all. */
  after(seq: number, mostCharacters: number): Chunk | null {
    const from = this.firstAfter(seq);
    const texts: string[] = [];
    let upTo = seq;
    let size = 0;
    for (let index = from; index < this.told.length && size < mostCharacters; index += 1) {
      const entry = this.told[index];
      if (!entry) break;
      texts.push(entry.text);
      size += entry.text.length;
      upTo = entry.seq;
    }
    return texts.length === 0 ? null : { upTo, text: `[${texts.join(',')}]` };
  }

  private firstAfter(seq: number): number {
    let [low, high] = [0, this.told.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.told[middle]?.seq ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The newest of each is what the page shows: it stays. */
  private thin(): void {
    const newest = new Map(this.told.map(({ about, seq }) => [about, seq]));
    const repeats = new Map<string, number>();
    this.told = this.told.filter(({ about, seq, isRepeat, isReading }) => {
      if (about === null || !isRepeat || newest.get(about) === seq) return true;
      const count = (repeats.get(about) ?? 0) + 1;
      repeats.set(about, count);
      return isReading && count % 2 === 0;
    });
    this.size = this.told.reduce((sum, { text }) => sum + text.length, 0);
    // Where nearly all of it is news, it is kept.
    this.most = Math.max(this.most, 2 * this.size);
  }
}

/** Null for events that are told once. */
function newsOf(event: Event): { about: string; says: string } | null {
  if (event.type === 'rollout.observed') {
    const { rollout, step, weight, alarms, verdict } = event;
    return { about: `rollout ${rollout}`, says: JSON.stringify([step, weight, alarms, verdict]) };
  }
  if (event.type !== 'alias.written') return null;
  const { key, baseline, candidate, weight, phase } = event;
  return { about: `alias ${key}`, says: JSON.stringify([baseline, candidate, weight, phase]) };
}
