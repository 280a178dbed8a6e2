/** The members that many Lambda operations share, with their constraints in the service model and the Lambda quotas. */
import { Check } from './constraints';
import { functionNamePattern } from './names';

const checks = {
  functionName: [Check.required, Check.pattern(functionNamePattern), Check.length(1, 140)],
  qualifier: [Check.pattern('(|[a-zA-Z0-9$_-]+)'), Check.length(1, 128)],
  role: [Check.pattern('arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+')],
  handler: [Check.pattern('[^\\s]+'), Check.length(0, 128)],
  description: [Check.length(0, 256)],
  /** The model says 5400, which only managed instances may use. */
  timeout: [Check.range(1, 900)],
  memorySize: [Check.range(128, 10_240)],
  'ephemeralStorage.size': [Check.range(512, 10_240)],
  packageType: [Check.oneOf(['Zip', 'Image'])],
  'tracingConfig.mode': [Check.oneOf(['Active', 'PassThrough'])],
  'snapStart.applyOn': [Check.oneOf(['PublishedVersions', 'None'])],
  'loggingConfig.logFormat': [Check.oneOf(['JSON', 'Text'])],
  'deadLetterConfig.targetArn': [Check.pattern('(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()')],
} as const satisfies { [field: string]: readonly Check[] };

type Field = keyof typeof checks;

/** Every problem with these members, in the order given. */
export function problemsOf(members: { readonly [F in Field]?: unknown }): string[] {
  return Object.entries(members).flatMap(([field, value]) =>
    checks[field as Field]
      .map((check) => check(field, value))
      .filter((problem) => problem !== null)
      .slice(0, 1),
  );
}
