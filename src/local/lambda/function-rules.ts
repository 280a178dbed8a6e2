/** What the service model and the Lambda quotas allow of the members that make a function. */
import { Check } from './constraints';
import type { Rules } from './form';
import { functionNamePattern } from './names';

const arn = [Check.pattern('(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()')];
const role = Check.pattern('arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+');
const region = '(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}';
const layer = `((arn:(aws[a-zA-Z-]*)?:lambda:${region}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+))`;
const fileSystem = `arn:aws[a-zA-Z-]*:elasticfilesystem:${region}:\\d{12}:access-point/fsap-[a-f0-9]{17}$|^arn:aws[-a-z]*:s3files:[0-9a-z-:]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40}`;
const provider = 'capacityProviderConfig.lambdaManagedInstancesCapacityProviderConfig';

/** The model's ranges are for managed instances; any other function has those of the quotas. */
const sizes = (managed: boolean): Rules => ({
  timeout: [Check.range(1, managed ? 5400 : 900)],
  memorySize: [Check.range(128, managed ? 32_768 : 10_240)],
  'ephemeralStorage.size': [Check.required, Check.range(512, managed ? 32_768 : 10_240)],
});

const plain: Rules = {
  functionName: [Check.required, Check.pattern(functionNamePattern), Check.length(1, 140)],
  role: [role],
  handler: [Check.pattern('[^\\s]+'), Check.length(0, 128)],
  description: [Check.length(0, 256)],
  'tracingConfig.mode': [Check.oneOf(['Active', 'PassThrough'])],
  'snapStart.applyOn': [Check.oneOf(['PublishedVersions', 'None'])],
  'loggingConfig.logFormat': [Check.oneOf(['JSON', 'Text'])],
  'loggingConfig.applicationLogLevel': [Check.oneOf(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'])],
  'loggingConfig.systemLogLevel': [Check.oneOf(['DEBUG', 'INFO', 'WARN'])],
  'loggingConfig.logGroup': [Check.pattern('[\\.\\-_/#A-Za-z0-9]+'), Check.length(1, 512)],
  'deadLetterConfig.targetArn': arn,
  kMSKeyArn: arn,
  'vpcConfig.subnetIds': [
    Check.count(0, 16),
    Check.items({ length: [0, 1024], pattern: 'subnet-[0-9a-z]*' }),
  ],
  'vpcConfig.securityGroupIds': [
    Check.count(0, 5),
    Check.items({ length: [0, 1024], pattern: 'sg-[0-9a-zA-Z]*' }),
  ],
  layers: [Check.items({ length: [1, 2048], pattern: layer })],
  fileSystemConfigs: [Check.count(0, 1)],
  'fileSystemConfigs.member.arn': [Check.required, Check.pattern(fileSystem), Check.length(0, 256)],
  'fileSystemConfigs.member.localMountPath': [
    Check.required,
    Check.pattern('/mnt/[a-zA-Z0-9-_.]+'),
    Check.length(0, 160),
  ],
  'fileSystemConfigs.member.s3FilesConfig.directS3Read': [Check.oneOf(['ENABLED', 'DISABLED', 'AUTO'])],
  'imageConfig.entryPoint': [Check.count(0, 1500)],
  'imageConfig.command': [Check.count(0, 1500)],
  'imageConfig.workingDirectory': [Check.length(0, 1000)],
  'capacityProviderConfig.lambdaManagedInstancesCapacityProviderConfig': [Check.required],
  [`${provider}.capacityProviderArn`]: [
    Check.required,
    Check.pattern(`arn:aws[a-zA-Z-]*:lambda:${region}:\\d{12}:capacity-provider:[a-zA-Z0-9-_]+`),
    Check.length(1, 140),
  ],
  [`${provider}.perExecutionEnvironmentMaxConcurrency`]: [Check.range(1, 1600)],
  [`${provider}.executionEnvironmentMemoryGiBPerVCpu`]: [Check.range(2, 8)],
  'durableConfig.kMSKeyArn': arn,
  'durableConfig.retentionPeriodInDays': [Check.range(1, 90)],
  'durableConfig.executionTimeout': [Check.range(1, 31_622_400)],
};

/** What CreateFunction and UpdateFunctionConfiguration share. */
export const settingsRules = (managed: boolean): Rules => ({ ...plain, ...sizes(managed) });

/** What CreateFunction has beside the settings and the code. */
export const creationRules: Rules = {
  role: [Check.required, role],
  code: [Check.required],
  packageType: [Check.oneOf(['Zip', 'Image'])],
  publishTo: [Check.oneOf(['LATEST_PUBLISHED'])],
  codeSigningConfigArn: [
    Check.pattern(`arn:(aws[a-zA-Z-]*)?:lambda:${region}:\\d{12}:code-signing-config:csc-[a-z0-9]{17}`),
    Check.length(0, 200),
  ],
  'tenancyConfig.tenantIsolationMode': [Check.required, Check.oneOf(['PER_TENANT'])],
};

/** The members of code, which CreateFunction has one level deeper than UpdateFunctionCode. */
export const codeRules = (under: 'code.' | ''): Rules => ({
  architectures: [Check.count(1, 1), Check.items({ values: ['x86_64', 'arm64'] })],
  publishTo: [Check.oneOf(['LATEST_PUBLISHED'])],
  [`${under}s3Bucket`]: [Check.pattern('[0-9A-Za-z\\.\\-_]*(?<!\\.)'), Check.length(3, 63)],
  [`${under}s3Key`]: [Check.length(1, 1024)],
  [`${under}s3ObjectVersion`]: [Check.length(1, 1024)],
  [`${under}s3ObjectStorageMode`]: [Check.oneOf(['COPY', 'REFERENCE'])],
  [`${under}sourceKMSKeyArn`]: arn,
});
