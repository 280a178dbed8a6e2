import { getEventListeners } from 'node:events';
import { pause } from '../../src/core/wait';
import { FakeClock } from '../clock';

function setUp() {
  const clock = new FakeClock(0);
  const stopping = new AbortController();
  let over = false;
  const begin = () => {
    void pause({ clock, stop: stopping.signal }, 1000).then(() => {
      over = true;
    });
  };
  return { clock, stopping, begin, isOver: () => over };
}

describe('a pause', () => {
  it('is over when its time is, and leaves nobody listening', async () => {
    const { clock, stopping, begin, isOver } = setUp();
    begin();
    await clock.advance(999);
    expect(isOver()).toBe(false);
    await clock.advance(1);
    expect(isOver()).toBe(true);
    expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
  });

  it('is over as soon as somebody stops it, and its timer with it', async () => {
    const { clock, stopping, begin, isOver } = setUp();
    begin();
    await clock.advance(10);
    stopping.abort();
    await clock.advance(0);
    expect(isOver()).toBe(true);
    expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
    await clock.advance(2000);
  });

  it('is none for what was stopped before', async () => {
    const { clock, stopping, begin, isOver } = setUp();
    stopping.abort();
    begin();
    await clock.advance(0);
    expect(isOver()).toBe(true);
  });
});
