import { isHeic } from '#documents/heic.ts';

/** Enough to read a page of A4 by; a village line carries it in seconds. */
const LONGEST = 2000;
const QUALITY = 0.82;
const SMALL = 700_000;

/** Whether a file is a JPEG or PNG picture by its first bytes, whatever it is called. */
export async function isPicture(file: Blob): Promise<boolean> {
  const [a, b, c, d] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return (a === 0xff && b === 0xd8 && c === 0xff) || (a === 0x89 && b === 0x50 && c === 0x4e && d === 0x47);
}

/** How large a picture of this size is drawn. */
export function fitted(width: number, height: number, longest = LONGEST): readonly [number, number] {
  const share = Math.min(1, longest / Math.max(width, height));
  return [Math.round(width * share), Math.round(height * share)];
}
const drawn = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((give) => {
    canvas.toBlob(give, 'image/jpeg', QUALITY);
  });

const HEAD = 12;
const asJpeg = (blob: Blob, name: string): File =>
  new File([blob], name.replace(/\.[^.]*$/, '.jpg'), { type: 'image/jpeg' });

/**
 * A large photograph made small enough to send and still readable; anything else stays as it is. A HEIC picture, which no
 * office opens, is drawn anew where the browser can read it; null where it cannot.
 */
export async function readable(file: File): Promise<File | null> {
  const mustDraw = isHeic(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
  if (!mustDraw && (!file.type.startsWith('image/') || file.size <= SMALL)) return file;
  const asItIs = mustDraw ? null : file;
  try {
    const picture = await createImageBitmap(file);
    const [width, height] = fitted(picture.width, picture.height);
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    canvas.getContext('2d')!.drawImage(picture, 0, 0, width, height);
    const blob = await drawn(canvas);
    return blob && (mustDraw || blob.size < file.size) ? asJpeg(blob, file.name) : asItIs;
  } catch {
    return asItIs;
  }
}
