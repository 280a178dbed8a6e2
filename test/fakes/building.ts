import { join } from 'node:path';
import type { Bundled, BundleRequest, Bundler, StagedFile, Staging } from '../../src/core/building';
import type { FakeFiles } from './edge';
import { Fake } from './fake';

/** A machine without a bundler, until a test brings one. */
export class FakeBundler extends Fake implements Bundler {
  answer: (request: BundleRequest) => Partial<Bundled> | null = () => null;

  bundle(request: BundleRequest): Promise<Bundled | null> {
    return this.call('bundle', request.entry, () => {
      const bundled = this.answer(request);
      return bundled && { problems: [], warnings: [], files: [], inputs: [], ...bundled };
    });
  }
}

/** Folders among the fake files. Nothing of them goes. */
export class FakeStaging extends Fake implements Staging {
  private opened = 0;

  constructor(private readonly files: FakeFiles) {
    super();
  }

  open(parent: string): Promise<string> {
    this.opened += 1;
    return this.call('open', parent, () => join(parent, `at-${this.opened}`));
  }

  async fill(folder: string, files: readonly StagedFile[]): Promise<void> {
    for (const { path, from } of files)
      this.files.put(join(folder, path), typeof from === 'string' ? await this.files.read(from) : from);
    return this.call('fill', folder, () => undefined);
  }

  async rename(folder: string, to: string): Promise<void> {
    for (const { path } of await this.files.walk(folder))
      this.files.put(join(to, path), await this.files.read(join(folder, path)));
    return this.call('rename', to, () => undefined);
  }

  async uses(folder: string): Promise<boolean> {
    const found = (await this.files.stat(folder)) !== null;
    return this.call('uses', folder, () => found);
  }

  remove(folder: string): Promise<void> {
    return this.call('remove', folder, () => undefined);
  }
}
