/** JSON in and out by schema: base64 for blobs, epoch seconds for times, and no member that the schema does not have. */
import { JsonCodec } from '@smithy/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';
import { insistOnTypes, unreadable } from './strict';

export interface JsonForm {
  /** An empty body is an empty object. Throws SerializationException. */
  read(schema: NormalizedSchema, text: string): { [member: string]: unknown };
  write(schema: NormalizedSchema, value: unknown): string;
}

export function createJsonForm(options: { jsonName: boolean }): JsonForm {
  const codec = new JsonCodec({ timestampFormat: { useTrait: true, default: 7 }, ...options });
  return {
    read(schema, text) {
      const parsed = text.trim() === '' ? {} : parse(text);
      if (parsed === null) throw unreadable('Unexpected null found where a structure or map was expected');
      insistOnTypes(schema, parsed);
      try {
        const deserializer = codec.createDeserializer();
        return deserializer.readObject(schema, parsed as Parameters<typeof deserializer.readObject>[1]);
      } catch (error) {
        throw unreadable(error instanceof Error ? error.message : String(error));
      }
    },
    write(schema, value) {
      const serializer = codec.createSerializer();
      serializer.write(schema, value);
      return String(serializer.flush());
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('Could not parse request body into json');
  }
}
