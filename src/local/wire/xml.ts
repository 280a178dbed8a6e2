/** XML by schema, in and out. */
import { XmlCodec } from '@aws-sdk/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';
import { unreadable } from './strict';

export interface XmlForm {
  /** Throws SerializationException. */
  read(schema: NormalizedSchema, text: string): unknown;
  /** With the element that the schema names around it. */
  write(schema: NormalizedSchema, value: unknown): string;
}

export function createXmlForm(options: { readonly xmlns: string; readonly httpBindings: boolean }): XmlForm {
  const codec = new XmlCodec({
    xmlNamespace: options.xmlns,
    serviceNamespace: '',
    timestampFormat: { useTrait: true, default: 5 },
    httpBindings: options.httpBindings,
  });
  return {
    read(schema, text) {
      try {
        return codec.createDeserializer().read(schema, text);
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

export const element = (name: string, inside: string): string => `<${name}>${inside}</${name}>`;

export const xmlText = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
