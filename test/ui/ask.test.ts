/** Questions on a terminal: what is a yes, and what Ctrl-C and the end of the input mean. */
import { PassThrough } from 'node:stream';
import { ask, askTyped } from '../../src/ui/ask';
import { openUi } from '../../src/ui/choose';
import type { Streams } from '../../src/ui/streams';
import { pipes, terminal } from './streams';

const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor;
let input: PassThrough & { isTTY?: boolean };
let output: PassThrough & { isTTY?: boolean };

beforeEach(() => {
  [input, output] = [new PassThrough(), new PassThrough()];
  input.isTTY = true;
  output.isTTY = true;
  Object.defineProperty(process, 'stdin', { value: input, configurable: true });
});
afterEach(() => Object.defineProperty(process, 'stdin', stdin));

const streams = (): Streams => ({ ...pipes(), stderr: output });

describe('a question that cannot be undone', () => {
  it.each([
    ['orders/prod\r', true],
    [' orders/prod \r', true],
    ['orders\r', false],
    ['ORDERS/PROD\r', false],
    ['y\r', false],
    ['\r', false],
  ])('is answered by %j: %s', async (keys, yes) => {
    const answer = askTyped(streams(), 'Type the name', 'orders/prod');
    input.write(keys);
    expect(await answer).toBe(yes);
    expect(String(output.read())).toContain('Type the name (orders/prod): ');
  });

  it('is not answered by the end of the input', async () => {
    const answer = askTyped(streams(), 'Type the name', 'orders');
    input.end();
    expect(await answer).toBe(false);
  });

  it('is ended by Ctrl-C, which whoever waits for a signal hears', async () => {
    let heard = 0;
    const listen = () => {
      heard += 1;
    };
    process.once('SIGINT', listen);
    const answer = askTyped(streams(), 'Type the name', 'orders');
    input.write('\x03');
    expect(await answer).toBe(false);
    expect(heard).toBe(1);
  });
});

describe('a yes or no', () => {
  it.each([
    ['y\r', true],
    ['Yes\r', true],
    ['\r', false],
    ['\x03', false],
  ])('is answered by %j: %s', async (keys, yes) => {
    process.once('SIGINT', () => undefined);
    const answer = ask(streams(), 'Release?');
    input.write(keys);
    expect(await answer).toBe(yes);
  });
});

describe('whether anybody can be asked to type a name', () => {
  const nothing = { json: false, plain: false, payload: null, details: false };
  it('is yes on a terminal, with a screen reader too', () => {
    expect(openUi(terminal(80), nothing).typed).not.toBeNull();
    expect(openUi(terminal(80, { ACCESSIBLE: '1' }), nothing).typed).not.toBeNull();
    expect(openUi(terminal(80), { ...nothing, plain: true }).typed).not.toBeNull();
  });

  it('is no with --json, in CI, and where either end is no terminal', () => {
    expect(openUi(terminal(80), { ...nothing, json: true }).typed).toBeNull();
    expect(openUi(terminal(80, { CI: '1' }), nothing).typed).toBeNull();
    expect(openUi(pipes(), nothing).typed).toBeNull();
    input.isTTY = false;
    expect(openUi(terminal(80), nothing).typed).toBeNull();
  });
});
