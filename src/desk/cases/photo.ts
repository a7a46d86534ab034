/** Enough to read a page of A4 by; a village line carries it in seconds. */
const LONGEST = 2000;
const QUALITY = 0.82;
const SMALL = 700_000;

/** How large a picture of this size is drawn. */
export function fitted(width: number, height: number, longest = LONGEST): readonly [number, number] {
  const share = Math.min(1, longest / Math.max(width, height));
  return [Math.round(width * share), Math.round(height * share)];
}
const drawn = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((give) => {
    canvas.toBlob(give, 'image/jpeg', QUALITY);
  });

/** A large photograph made small enough to send and still readable; anything else stays as it is. */
export async function readable(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size <= SMALL) return file;
  try {
    const picture = await createImageBitmap(file);
    const [width, height] = fitted(picture.width, picture.height);
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    canvas.getContext('2d')!.drawImage(picture, 0, 0, width, height);
    const blob = await drawn(canvas);
    return blob && blob.size < file.size
      ? new File([blob], file.name.replace(/\.[^.]*$/, '.jpg'), { type: 'image/jpeg' })
      : file;
  } catch {
    return file;
  }
}
