import { isMadeOfImage } from './kind';
import type { Problem } from './problem';
import { valueProblem } from './rule';
import type { Subject } from './subject';

/**
 * What does not go with environments that are kept ready (AWS Lambda Developer Guide, "Configuring provisioned
 * concurrency", "Lambda SnapStart" and "Tenant isolation").
 */
export function capacityProblems(subject: Subject): Problem[] {
  const { provisionedConcurrency: wanted, reservedConcurrency, snapStart, tenancy } = subject.layered;
  if (wanted == null) return [];
  const reasons = [
    reservedConcurrency != null &&
      reservedConcurrency < wanted &&
      `no more than ${reservedConcurrency} of reservedConcurrency`,
    snapStart === 'PublishedVersions' && !isMadeOfImage(subject) && 'snapStart',
    tenancy !== undefined && 'tenancy',
  ];
  return reasons
    .filter((reason) => reason !== false)
    .map((reason) =>
      valueProblem(subject, ['provisionedConcurrency'], {
        what: `\`${subject.key}\` has ${reason}, and ${wanted} of provisionedConcurrency do not go with it`,
        hint: 'write `provisionedConcurrency: null` at this function, or change the other setting',
      }),
    );
}
