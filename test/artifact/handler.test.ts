import { handlerFlaw } from '../../src/artifact/handler';

const check = (runtime: string, handler: string, ...files: string[]) =>
  handlerFlaw({ runtime, handler }, new Set(files))?.what ?? null;

describe('the file of a handler', () => {
  it.each([
    ['nodejs24.x', 'index.handler', 'index.js'],
    ['nodejs24.x', 'index.handler', 'index.mjs'],
    ['nodejs24.x', 'index.handler', 'index.cjs'],
    ['nodejs24.x', 'src/api/index.handler', 'src/api/index.js'],
    ['nodejs24.x', './index.handler', 'index.js'],
    ['nodejs24.x', 'index.nested.handler', 'index.js'],
    ['nodejs24.x', 'v1.2/index.handler', 'v1.2/index.js'],
    ['python3.13', 'app.main', 'app.py'],
    ['python3.13', 'pkg.app.main', 'pkg/app.py'],
    ['python3.13', 'pkg/app.main', 'pkg/app.py'],
    ['python3.13', 'pkg.main', 'pkg/__init__.py'],
  ])('is found for %s: %s in %s', (runtime, handler, file) => {
    expect(check(runtime, handler, 'other', file)).toBeNull();
  });

  it.each([
    ['nodejs24.x', 'index.handler', { beside: 'index.ts', why: 'needs index.js or index.mjs or index.cjs' }],
    [
      'nodejs24.x',
      'index.handler',
      { beside: 'sub/index.js', why: 'needs index.js or index.mjs or index.cjs' },
    ],
    ['nodejs24.x', 'index', { beside: 'index.js', why: 'names no function of a file' }],
    ['nodejs24.x', 'src/.handler', { beside: 'src/.js', why: 'names no function of a file' }],
    ['python3.13', 'app.main', { beside: 'app.js', why: 'needs app.py or app/__init__.py' }],
    ['python3.13', 'main', { beside: 'main.py', why: 'names no function of a file' }],
  ])('is missed for %s: %s %j', (runtime, handler, { beside, why }) => {
    expect(check(runtime, handler, beside)).toContain(why);
  });

  it.each([
    ['provided.al2023', 'anything'],
    ['java25', 'com.example.Handler::handle'],
    ['nodejs24.x', '/opt/nodejs/node_modules/wrapper/handler.handler'],
  ])('is not looked for where it is no file of the artifact: %s %s', (runtime, handler) => {
    expect(check(runtime, handler, 'x')).toBeNull();
  });

  it('is not looked for when the project file leaves it alone', () => {
    expect(handlerFlaw({ runtime: 'nodejs24.x' }, new Set())).toBeNull();
    expect(handlerFlaw({ handler: 'index.handler' }, new Set())).toBeNull();
  });
});
