/** Words that the model of CloudWatch knows. */
const data = ['Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes', 'Terabytes'];
const bits = ['Bits', 'Kilobits', 'Megabits', 'Gigabits', 'Terabits'];
const sizes = [...data, ...bits];

export const metricNames: { readonly units: readonly string[]; readonly statistics: readonly string[] } = {
  statistics: ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'],
  units: [
    ...['Seconds', 'Microseconds', 'Milliseconds'],
    ...sizes,
    ...['Percent', 'Count'],
    ...sizes.map((size) => `${size}/Second`),
    ...['Count/Second', 'None'],
  ],
};
