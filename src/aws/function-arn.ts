/** `arn:aws:lambda:<region>:<account>:function:<name>[:<qualifier>]` */
export const qualifierOf = (arn: string): string | undefined => arn.split(':')[7];

/** Without the qualifier. */
export const unqualified = (arn: string): string => arn.split(':').slice(0, 7).join(':');

export const functionNameOf = (arn: string): string | undefined => arn.split(':')[6];
