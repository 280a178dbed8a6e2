/**
 * CreateFunction: docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html. Answers Pending; the way on is a matter of time.
 * @emulated Networks, file systems, keys and capacity providers are kept and shown: any that is well formed counts as existing.
 */
import type { CreateFunctionRequest, FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { FunctionEntry, StoredCode, VersionConfig } from '../../lambda/book';
import { Check } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { codeRules, creationRules } from '../../lambda/function-rules';
import { parseFunctionOnly } from '../../lambda/names';
import { insistOnPackage } from '../../lambda/package-type';
import { insistOnManaged, publish } from '../../lambda/publish';
import { defaultSettings, insistOnForm, layOver } from '../../lambda/settings';
import { insistOnSignature, layerDigests } from '../../lambda/signatures';
import { insistOnSpace, storeCode } from '../../lambda/source';
import { createVersion } from '../../lambda/states';
import { insistOnTags } from '../../lambda/tags';
import { configurationOf } from '../../lambda/view';
import type { Action, World } from '../../world';

const length = Check.length(1, 64);

export const createFunction: Action<CreateFunctionRequest, FunctionConfiguration> = async (world, input) => {
  insistOnForm(world, input, { ...creationRules, ...codeRules('code.') });
  const ref = parseFunctionOnly(world, input);
  insistOnLength(ref.name);
  insistOnPackage(input);
  if (input.Tags) insistOnTags(input.Tags);
  const settings = layOver(world, { ...defaultSettings, ...requiredOf(input, ref.name) }, input);
  insistOnManaged(settings, input.PublishTo);
  insistOnFree(world, ref.name);
  const code = await storeCode(world, input.Code ?? {}, settings.Architectures[0] ?? '');
  const config = { ...settings, ...code };
  const digests = [code.CodeSha256, ...layerDigests(world, config.Layers)];
  insistOnSignature(world, { configArn: input.CodeSigningConfigArn, what: ref.name, digests });
  await insistOnSpace(world, config);
  insistOnFree(world, ref.name);
  const entry = addFunction(world, { ref, input, config });
  const { Publish, PublishTo: to } = input;
  const shown =
    Publish || to ? publish(world, entry, { description: null, state: 'Pending', to }) : entry.latest;
  return configurationOf(entry, shown, ref.functionArn);
};

function insistOnFree(world: World, name: string): void {
  if (world.functions.entries.has(name)) throw refusal.conflict(`Function already exist: ${name}`);
}

/** Of the name alone, whatever form it came in; told under another name than other lengths (recorded). */
function insistOnLength(name: string): void {
  const problem = length('functionName', name);
  if (problem !== null) throw refusal.invalid(`1 validation error detected: ${problem}`);
}

const requiredOf = (
  input: CreateFunctionRequest,
  name: string,
): Omit<VersionConfig, keyof StoredCode | keyof typeof defaultSettings> => ({
  Runtime: input.Runtime ?? '',
  Handler: input.Handler ?? '',
  Role: input.Role ?? '',
  Architectures: input.Architectures ?? ['x86_64'],
  PackageType: input.PackageType ?? 'Zip',
  LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${name}` },
  ...(input.TenancyConfig ? { TenancyConfig: input.TenancyConfig } : {}),
});

interface NewFunction {
  readonly ref: { readonly name: string; readonly functionArn: string };
  readonly input: CreateFunctionRequest;
  readonly config: VersionConfig;
}

function addFunction(world: World, { ref, input, config }: NewFunction): FunctionEntry {
  const { CodeSigningConfigArn: codeSigningConfigArn } = input;
  const entry: FunctionEntry = {
    name: ref.name,
    arn: ref.functionArn,
    latest: createVersion(world, { version: '$LATEST', config, state: 'Pending' }),
    ...(codeSigningConfigArn ? { codeSigningConfigArn } : {}),
    versions: new Map(),
    aliases: new Map(),
    tags: { ...input.Tags },
    reservedConcurrency: null,
    policies: new Map(),
    urls: new Map(),
    provisioned: new Map(),
  };
  world.functions.entries.set(ref.name, entry);
  return entry;
}
