/** The SDK's packages, loaded when first asked for: each costs 40 ms, and most commands need one or none. */
export const sdk = {
  lambda: (): typeof import('@aws-sdk/client-lambda') => require('@aws-sdk/client-lambda'),
  cloudwatch: (): typeof import('@aws-sdk/client-cloudwatch') => require('@aws-sdk/client-cloudwatch'),
  sts: (): typeof import('@aws-sdk/client-sts') => require('@aws-sdk/client-sts'),
  handler: (): typeof import('@smithy/node-http-handler') => require('@smithy/node-http-handler'),
};
