/** For which machine compiled code was made: its header says so. */
import { open } from 'node:fs/promises';

export type Machine = 'x86_64' | 'arm64' | 'another';

const elf = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
/** Numbers of the ELF header. */
const machines: ReadonlyMap<number, Machine> = new Map([
  [0x3e, 'x86_64'],
  [0xb7, 'arm64'],
]);

/** `another` for what is no code for Linux at all. */
export async function machineOf(path: string): Promise<Machine> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(20), 0, 20, 0);
    if (bytesRead < 20 || !buffer.subarray(0, 4).equals(elf)) return 'another';
    return machines.get(buffer.readUInt16LE(18)) ?? 'another';
  } finally {
    await file.close();
  }
}
