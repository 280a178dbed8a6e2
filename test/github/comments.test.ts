import { createClock } from '../../src/disk/clock';
import { createComments } from '../../src/github/comments';
import { createWeb } from '../../src/web/http';
import { GithubServer } from './server';

let github: GithubServer;
let api: string;
beforeEach(async () => {
  github = new GithubServer();
  api = await github.listen();
});
afterEach(() => github.close());

const marker = '<!-- plan -->';
const put = (body: string) => {
  const thread = { api, repository: 'octo/orders', number: 7, token: 't0ken' };
  return createComments(createWeb(createClock()), thread).put(marker, `${marker}\n${body}`);
};
const bodies = () => github.comments.map(({ body }) => body);

describe('the comment of a pull request', () => {
  it('is written once, and then always the same one', async () => {
    expect(await put('one')).toBe('written');
    expect(await put('two')).toBe('updated');
    expect(bodies()).toEqual([`${marker}\ntwo`]);
    expect(github.asked[0]).toBe('GET /repos/octo/orders/issues/7/comments?per_page=100&page=1 Bearer t0ken');
    expect(github.asked.at(-1)).toMatch(/^PATCH \/repos\/octo\/orders\/issues\/comments\/1 /);
  });

  it('is left alone when it says the same already', async () => {
    await put('one');
    await put('one');
    expect(github.asked.filter((line) => !line.startsWith('GET'))).toHaveLength(1);
  });

  it('is found behind hundreds of others', async () => {
    for (let at = 0; at < 230; at += 1) github.add(`talk ${at}`, 'User', 'NONE');
    await put('one');
    await put('two');
    expect(github.comments).toHaveLength(231);
  });

  it('is never one that a stranger wrote', async () => {
    github.add(`${marker}\nmine`, 'User', 'CONTRIBUTOR');
    expect(await put('one')).toBe('written');
    expect(bodies()).toEqual([`${marker}\nmine`, `${marker}\none`]);
  });

  it('is refused without a permission, in words that hold no token', async () => {
    github.refusal = 403;
    const error = await put('one').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'accessDenied',
      message: 'GitHub answered 403 Resource not accessible by integration',
    });
    expect(JSON.stringify(error)).not.toContain('t0ken');
  });

  it('is given up when GitHub is not there', async () => {
    github.close();
    await expect(put('one')).rejects.toMatchObject({ code: 'unavailable' });
  });
});
