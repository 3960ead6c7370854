import sharp, { type Sharp } from 'sharp';
import { Invalid } from '#core/kernel/domain-error.js';

/** What may be uploaded: formats that cannot carry a script or refer to other files. */
export const PICTURE_FORMATS = ['png', 'jpeg', 'gif', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** A camera's 50 megapixels; unpacked about 200 MB. */
const MAX_PIXELS = 50_000_000;
/** Longer side by shorter side: a narrower strip would grow beyond all bounds when it is made 400 pixels high. */
const MAX_RATIO = 20;
const MAX_SECONDS = 20;

// Every picture is worked on once.
sharp.cache(false);

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** The format the first bytes show, whatever the file's name says. */
export function sniffFormat(bytes: Uint8Array): PictureFormat | undefined {
  if (ascii(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n') return 'png';
  if (ascii(bytes, 0, 3) === '\u00ff\u00d8\u00ff') return 'jpeg';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  return undefined;
}

/**
 * Reads the whole picture and throws Invalid (UNSUPPORTED_PICTURE) for bytes that are none, or one that is damaged, has
 * more than 50 million pixels, or is more than 20 times as wide as high or the other way round.
 */
export async function checkPicture(bytes: Uint8Array): Promise<PictureFormat> {
  const format = sniffFormat(bytes);
  if (!format) throw unsupported('Unsupported file type');
  try {
    const { autoOrient } = await open(bytes).metadata();
    const [shorter, longer] = [autoOrient.width, autoOrient.height].toSorted((a, b) => a - b);
    if (longer > shorter * MAX_RATIO) throw unsupported('The picture is too narrow');
    // Headers can lie: only what can be decoded to its last row is a picture.
    await open(bytes).resize(1, 1, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer();
  } catch (error) {
    throw error instanceof Invalid ? error : unsupported('The picture is damaged or too large');
  }
  return format;
}

/** The picture upright and `height` pixels high, as wide as it must be, in its own format; the first frame of several. */
export function resizePicture(bytes: Uint8Array, format: PictureFormat, height: number): Promise<Buffer> {
  return open(bytes).autoOrient().resize({ height }).toFormat(format).toBuffer();
}

function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true }).timeout({
    seconds: MAX_SECONDS,
  });
}

function unsupported(message: string): Invalid {
  return new Invalid('file', message, 'UNSUPPORTED_PICTURE');
}
