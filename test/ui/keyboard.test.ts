/** Single keys: what is heard, what is sent on as a signal, and that the terminal is left as it was found. */
import { EventEmitter } from 'node:events';
import { Keyboard } from '../../src/ui/keyboard';

class FakeInput extends EventEmitter {
  isTTY = true;
  readonly modes: boolean[] = [];
  isRead = false;

  setRawMode(raw: boolean): void {
    this.modes.push(raw);
  }

  resume(): void {
    this.isRead = true;
  }

  pause(): void {
    this.isRead = false;
  }
}

class FakeSignals extends EventEmitter {
  readonly pid = 42;
  readonly sent: string[] = [];

  kill(pid: number, name: string): void {
    this.sent.push(`${name} to ${pid}`);
  }
}

function stage({ front = true } = {}) {
  const [input, signals] = [new FakeInput(), new FakeSignals()];
  const heard: string[] = [];
  const place = { front };
  const terminal = { input: () => input, signals, isForeground: () => place.front };
  const keyboard = new Keyboard(terminal, {
    pressed: (key) => heard.push(key),
    pasted: () => heard.push('several'),
    back: () => heard.push('back'),
  });
  const type = (text: string) => input.emit('data', Buffer.from(text));
  return { input, signals, heard, place, keyboard, type };
}

it('hears single keys, and several at once as such', () => {
  const { keyboard, heard, type, input } = stage();
  keyboard.open();
  for (const text of ['p', 'ü', '\x1b[A', 'shipit\n', '\x0c']) type(text);
  expect(heard).toEqual(['p', 'ü', 'escape', 'several', 'back']);
  expect([input.modes, input.isRead]).toEqual([[true], true]);
});

it.each([
  ['Ctrl-C', '\x03', 'SIGINT'],
  ['Ctrl-C among others', 'xx\x03', 'SIGINT'],
  ['Ctrl-Z', '\x1a', 'SIGTSTP'],
  ['Ctrl-\\', '\x1c', 'SIGQUIT'],
])('%s is the signal that the terminal would send, to all in the foreground', (_name, text, signal) => {
  const { keyboard, heard, type, signals } = stage();
  keyboard.open();
  type(text);
  expect([signals.sent, heard]).toEqual([[`${signal} to 0`], []]);
});

it('leaves the terminal as it was, once, and hears no more', () => {
  const { keyboard, input, signals } = stage();
  keyboard.open();
  keyboard.open();
  keyboard.close();
  keyboard.close();
  expect([input.modes, input.isRead]).toEqual([[true, false], false]);
  expect([input.listenerCount('data'), input.listenerCount('error'), signals.eventNames()]).toEqual([
    0,
    0,
    [],
  ]);
});

it('gives the terminal back while it is stopped, and takes it again in the foreground alone', () => {
  const { keyboard, input, signals, place, heard } = stage();
  keyboard.open();
  place.front = false;
  signals.emit('SIGTSTP');
  expect([signals.sent, input.modes]).toEqual([['SIGTSTP to 42'], [true, false]]);
  expect(keyboard.hears).toBe(false);
  place.front = true;
  signals.emit('SIGCONT');
  expect([input.modes, heard]).toEqual([[true, false, true], ['back']]);
  expect(signals.listenerCount('SIGTSTP')).toBe(1);
});

it('does not touch the terminal in the background, nor what is none', () => {
  const background = stage({ front: false });
  background.keyboard.open();
  background.keyboard.listen();
  expect([background.input.modes, background.keyboard.hears]).toEqual([[], false]);
  background.place.front = true;
  background.keyboard.listen();
  expect(background.input.modes).toEqual([true]);
  const pipe = stage();
  pipe.input.isTTY = false;
  pipe.keyboard.open();
  pipe.keyboard.close();
  expect(pipe.input.modes).toEqual([]);
});

it.each(['SIGHUP', 'SIGQUIT'])('gives the terminal back before %s ends the process', (name) => {
  const { keyboard, input, signals } = stage();
  keyboard.open();
  signals.emit(name);
  expect([input.modes, signals.sent, signals.listenerCount(name)]).toEqual([
    [true, false],
    [`${name} to 42`],
    0,
  ]);
});

it('outlives a terminal that is gone', () => {
  const { keyboard, input } = stage();
  keyboard.open();
  input.setRawMode = () => {
    throw new Error('EIO');
  };
  input.emit('error', new Error('EIO'));
  expect(keyboard.hears).toBe(false);
  expect(() => keyboard.close()).not.toThrow();
});
