/** What one uploaded file may cost. Sizes in bytes. */
export interface ReadLimits {
  readonly fileBytes: number;
  /** All parts of a zip together, unpacked. */
  readonly unpackedBytes: number;
  readonly zipEntries: number;
  readonly lines: number;
  /** Nesting of XML elements. Word itself stays below 100. */
  readonly depth: number;
  readonly pdfPages: number;
}

const MB = 1024 * 1024;

export const readLimits: ReadLimits = {
  fileBytes: 20 * MB,
  unpackedBytes: 200 * MB,
  zipEntries: 5000,
  lines: 1_000_000,
  depth: 1000,
  pdfPages: 2000,
};

/** A file being read: its name for sentences to people, its content, what it may cost. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: ReadLimits;
}

/** `20971520` → `20 MB`. */
export const inMegabytes = (bytes: number): string => `${Math.floor(bytes / MB)} MB`;
