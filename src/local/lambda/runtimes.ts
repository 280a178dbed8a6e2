/** The runtimes that Lambda takes, as its own error text lists them, and those that it takes no more. */
import { refusal } from './errors';

const supported = [
  ...['nodejs16.x', 'nodejs18.x', 'nodejs20.x', 'nodejs22.x', 'nodejs24.x', 'nodejs26.x'],
  ...[
    'python3.8',
    'python3.9',
    'python3.10',
    'python3.11',
    'python3.12',
    'python3.13',
    'python3.14',
    'python3.15',
  ],
  ...['java8.al2', 'java8.al2023', 'java11', 'java11.al2023', 'java17', 'java17.al2023', 'java21', 'java25'],
  ...[
    'dotnet6',
    'dotnet8',
    'dotnet10',
    'ruby3.2',
    'ruby3.3',
    'ruby3.4',
    'ruby4.0',
    'provided.al2',
    'provided.al2023',
  ],
];

const ended = [
  ...[
    'nodejs',
    'nodejs4.3',
    'nodejs4.3-edge',
    'nodejs6.10',
    'nodejs8.10',
    'nodejs10.x',
    'nodejs12.x',
    'nodejs14.x',
  ],
  ...['python2.7', 'python3.6', 'python3.7', 'java8', 'go1.x', 'provided', 'ruby2.5', 'ruby2.7'],
  ...['dotnetcore1.0', 'dotnetcore2.0', 'dotnetcore2.1', 'dotnetcore3.1'],
];

/** Every runtime that there ever was, as layers may name them. */
export const knownRuntimes: readonly string[] = [...supported, ...ended];

export function insistOnRuntime(runtime: string): void {
  if (ended.includes(runtime))
    throw refusal.invalid(
      `The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.`,
    );
  if (!supported.includes(runtime))
    throw refusal.invalid(
      `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${supported.join(', ')}] or be a valid ARN`,
    );
}
