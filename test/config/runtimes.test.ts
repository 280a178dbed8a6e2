import { hasSnapStart, runtimeNote } from '../../src/config/runtimes';

const on = (date: string): number => Date.parse(`${date}T12:00:00Z`);

describe('what is said of a runtime', () => {
  it.each([
    ['nodejs24.x', '2026-11-20', null],
    ['nodejs20.x', '2026-04-29', null],
    [
      'nodejs20.x',
      '2026-04-30',
      'nodejs20.x is deprecated since 2026-04-30, and AWS may have stopped patching it: choose a newer one',
    ],
    [
      'nodejs20.x',
      '2026-06-01',
      'AWS announced to refuse new functions with nodejs20.x from 2026-06-01, and updates from 2026-07-01: choose a newer one',
    ],
    [
      'nodejs20.x',
      '2026-07-01',
      'AWS announced to refuse updates of functions with nodejs20.x from 2026-07-01: choose a newer one',
    ],
    [
      'provided.al2',
      '2026-11-20',
      'provided.al2 is deprecated since 2026-07-31, and AWS may have stopped patching it: choose a newer one',
    ],
    ['nodejs16.x', '2026-11-20', null],
    [
      'nodejs24.x',
      '2028-07-02',
      'nodejs24.x is deprecated since 2028-04-30, and AWS may have stopped patching it: choose a newer one',
    ],
    [
      'go1.x',
      '2026-11-20',
      'AWS takes go1.x no more, neither for new functions nor for updates: choose a newer one',
    ],
    ['nodejs99.x', '2026-11-20', 'nodejs99.x is no runtime that shipit knows; it is passed on as it is'],
    ['toString', '2026-11-20', 'toString is no runtime that shipit knows; it is passed on as it is'],
  ])('%s on %s', (name, date, note) => {
    expect(runtimeNote(name, on(date))).toBe(note);
  });
});

describe('SnapStart', () => {
  it.each(['java11', 'java21', 'python3.12', 'python3.14', 'dotnet8'])('goes with %s', (name) => {
    expect(hasSnapStart(name)).toBe(true);
  });

  it.each(['nodejs24.x', 'provided.al2023', 'ruby3.4', 'java8.al2', 'python3.11', 'go1.x'])(
    'does not go with %s',
    (name) => {
      expect(hasSnapStart(name)).toBe(false);
    },
  );

  it('may go with what is not known', () => {
    expect(hasSnapStart('java99')).toBeNull();
  });
});
