/** ISO 14496-12 §4.3: `ftyp` behind the length of the first box, then the brand; those of HEIF pictures (ISO 23008-12). */
const BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']);

/** Whether these are the first bytes (at least twelve) of a HEIC photograph, as phones take them. Runs in browsers too. */
export function isHeic(bytes: Uint8Array): boolean {
  const box = String.fromCharCode(...bytes.subarray(4, 12));
  return box.startsWith('ftyp') && BRANDS.has(box.slice(4));
}
