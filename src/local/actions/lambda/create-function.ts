/** CreateFunction: docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html. Answers Pending; the way on is a matter of time. */
import type { CreateFunctionRequest, FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { FunctionEntry, VersionConfig } from '../../lambda/book';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { problemsOf } from '../../lambda/members';
import { parseFunctionOnly } from '../../lambda/names';
import { publish } from '../../lambda/publish';
import { defaultSettings, insistOnForm, layOver } from '../../lambda/settings';
import { type StoredCode, storeCode } from '../../lambda/source';
import { createVersion } from '../../lambda/states';
import { insistOnTags } from '../../lambda/tags';
import { configurationOf } from '../../lambda/view';
import type { Action, World } from '../../world';

export const createFunction: Action<CreateFunctionRequest, FunctionConfiguration> = async (world, input) => {
  insistOnForm(input.FunctionName, input);
  insist(...problemsOf({ packageType: input.PackageType }), Check.required('role', input.Role));
  const ref = parseFunctionOnly(world, input);
  insist(Check.length(1, 64)('functionName', ref.name));
  insistOnZipForm(input);
  if (input.Tags) insistOnTags(input.Tags);
  const settings = layOver(world, { ...defaultSettings, ...requiredOf(input, ref.name) }, input);
  if (world.functions.entries.has(ref.name)) throw refusal.conflict(`Function already exist: ${ref.name}`);
  const code = await storeCode(world, input.Code ?? {});
  if (world.functions.entries.has(ref.name)) throw refusal.conflict(`Function already exist: ${ref.name}`);
  const entry = addFunction(world, { ref, input, config: { ...settings, ...code } });
  const shown = input.Publish ? publish(world, entry, { description: null, state: 'Pending' }) : entry.latest;
  return configurationOf(entry, shown, ref.functionArn);
};

/** A zip needs a runtime and a handler; an image would have to be in a registry, and this world has none. */
function insistOnZipForm({ PackageType, Code, Runtime, Handler }: CreateFunctionRequest): void {
  const uri = Code?.ImageUri;
  if (PackageType === 'Image' || uri)
    throw refusal.invalid(`Source image ${uri ?? ''} does not exist. Provide a valid source image.`);
  if (Runtime === undefined || Handler === undefined)
    throw refusal.invalid(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
}

const requiredOf = (
  input: CreateFunctionRequest,
  name: string,
): Omit<VersionConfig, keyof StoredCode | keyof typeof defaultSettings> => ({
  Runtime: input.Runtime ?? '',
  Handler: input.Handler ?? '',
  Role: input.Role ?? '',
  Architectures: input.Architectures ?? ['x86_64'],
  PackageType: 'Zip',
  LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${name}` },
});

interface NewFunction {
  readonly ref: { readonly name: string; readonly functionArn: string };
  readonly input: CreateFunctionRequest;
  readonly config: VersionConfig;
}

function addFunction(world: World, { ref, input, config }: NewFunction): FunctionEntry {
  const entry: FunctionEntry = {
    name: ref.name,
    arn: ref.functionArn,
    latest: createVersion(world, { version: '$LATEST', config, state: 'Pending' }),
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
