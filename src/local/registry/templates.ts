/** Templates by which repositories are made: of these, the ones for pushes are acted upon. */
import type { EncryptionConfiguration, RepositoryCreationTemplate } from '@aws-sdk/client-ecr';
import type { World } from '../world';
import type { Repository } from './book';
import { checkText, given } from './checks';
import { refusal } from './errors';
import { parseLifecycle } from './lifecycle-policy';
import { givenMutability } from './mutability';
import { insistOnPolicy } from './policies';
import { createRepository } from './repositories';

/** Times as numbers, for they are kept as JSON. */
export interface StoredTemplate {
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly input: TemplateInput;
}

type TemplateInput = Omit<RepositoryCreationTemplate, 'createdAt' | 'updatedAt'>;
type Templates = Readonly<{ [prefix: string]: StoredTemplate }>;

const key = 'RepositoryCreationTemplates';
const wholeRegistry = 'ROOT';

export const templatesOf = ({ registry }: Pick<World, 'registry'>): Templates =>
  (registry.settings.get(key) ?? {}) as Templates;

/** Null takes the template away. */
export function putTemplate(world: World, prefix: string, input: TemplateInput | null): void {
  const { [prefix]: before, ...others } = templatesOf(world);
  if (!input) return void world.registry.settings.set(key, others);
  insistOnTemplate(input);
  const nowMs = world.clock.nowMs();
  const template = { createdMs: before?.createdMs ?? nowMs, updatedMs: nowMs, input };
  world.registry.settings.set(key, { ...others, [prefix]: template });
}

function insistOnTemplate(input: TemplateInput): void {
  const prefix = given('prefix', input.prefix);
  if (prefix !== wholeRegistry)
    checkText('prefix', prefix, { least: 1, most: 256, pattern: '[a-z0-9/._-]+' });
  givenMutability(input);
  if (input.repositoryPolicy) insistOnPolicy('repositoryPolicy', input.repositoryPolicy);
  if (input.lifecyclePolicy) parseLifecycle(input.lifecyclePolicy);
}

export function findTemplate(world: World, prefix: string | undefined): StoredTemplate {
  const found = Object.entries(templatesOf(world)).find(([name]) => name === prefix)?.[1];
  if (found) return found;
  throw refusal.named(
    'TemplateNotFoundException',
    `The Repository Creation Template with prefix '${prefix}' does not exist in the registry with id '${world.account}'`,
  );
}

/** Null where no template for pushes has a prefix of the name; the longest wins. */
export function createOnPush(world: World, name: string): Repository | null {
  const fitting = Object.values(templatesOf(world))
    .map(({ input }) => input)
    .filter(({ appliedFor }) => appliedFor?.includes('CREATE_ON_PUSH'))
    .filter(({ prefix = '' }) => prefix === wholeRegistry || name.startsWith(prefix))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  const [template] = fitting;
  if (!template) return null;
  const { resourceTags, encryptionConfiguration, repositoryPolicy, lifecyclePolicy } = template;
  const repository = createRepository(world, name, {
    ...template,
    tags: resourceTags,
    encryptionConfiguration: encryptionConfiguration as EncryptionConfiguration | undefined,
  });
  repository.policy = repositoryPolicy || null;
  if (lifecyclePolicy) repository.lifecycle = { text: lifecyclePolicy, evaluatedMs: null };
  return repository;
}

const lengthOf = ({ prefix = '' }: TemplateInput): number => (prefix === wholeRegistry ? 0 : prefix.length);
