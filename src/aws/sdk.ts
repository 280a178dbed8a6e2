/** The SDK's packages, loaded when first asked for: each costs 40 ms, and most commands need one or none. */
export const sdk = {
  lambda: (): typeof import('@aws-sdk/client-lambda') => require('@aws-sdk/client-lambda'),
  cloudwatch: (): typeof import('@aws-sdk/client-cloudwatch') => require('@aws-sdk/client-cloudwatch'),
  iam: (): typeof import('@aws-sdk/client-iam') => require('@aws-sdk/client-iam'),
  logs: (): typeof import('@aws-sdk/client-cloudwatch-logs') => require('@aws-sdk/client-cloudwatch-logs'),
  sts: (): typeof import('@aws-sdk/client-sts') => require('@aws-sdk/client-sts'),
  ssm: (): typeof import('@aws-sdk/client-ssm') => require('@aws-sdk/client-ssm'),
  secrets: (): typeof import('@aws-sdk/client-secrets-manager') => require('@aws-sdk/client-secrets-manager'),
  cloudformation: (): typeof import('@aws-sdk/client-cloudformation') =>
    require('@aws-sdk/client-cloudformation'),
  s3: (): typeof import('@aws-sdk/client-s3') => require('@aws-sdk/client-s3'),
  ecr: (): typeof import('@aws-sdk/client-ecr') => require('@aws-sdk/client-ecr'),
  signer: (): typeof import('@aws-sdk/client-signer') => require('@aws-sdk/client-signer'),
  sns: (): typeof import('@aws-sdk/client-sns') => require('@aws-sdk/client-sns'),
  eventBridge: (): typeof import('@aws-sdk/client-eventbridge') => require('@aws-sdk/client-eventbridge'),
  handler: (): typeof import('@smithy/node-http-handler') => require('@smithy/node-http-handler'),
};
