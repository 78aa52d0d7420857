import { imageTypeOf } from '../../../../shared/document/imageType.ts';

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * How large a GIF or a PNG is, in pixels, by its first bytes; null for other kinds, and where the bytes end before
 * they say it. Places: GIF89a 17 "Logical Screen Descriptor", PNG 11.2.1 "IHDR".
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const type = imageTypeOf(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'image/gif' && bytes.length >= 10) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (type === 'image/png' && bytes.length >= 24) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  return null;
}
