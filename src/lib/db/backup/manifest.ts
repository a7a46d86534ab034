import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

/**
 * What a backup says about itself: the last file in it. It never holds a password or a private key.
 *
 * | in the tar | is |
 * |---|---|
 * | `tables/NAME/000001.copy.gz` … | a table's rows as PostgreSQL's COPY text, cut into pieces of 4 MB, each gzipped |
 * | `attachments/PATH` | a file of the attachment store |
 * | `manifest.json`, `manifest.sha256` | this, and its digest |
 */
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Count = Type.Integer({ minimum: 0 });
/** Names go into paths and SQL: nothing but letters, digits and underscores. */
const Name = Type.String({ pattern: '^[a-z_][a-z0-9_]{0,62}$' });

const closed = { additionalProperties: false };

const LITERAL = "('[^'\\\\;]*'|MINVALUE|MAXVALUE|-?[0-9]+)";
const TUPLE = `\\(${LITERAL}(, ${LITERAL})*\\)`;

const Partition = Type.Object(
  {
    name: Name,
    /** As the server prints it: `FOR VALUES FROM ('1') TO ('1000001')`. It becomes SQL, so nothing but literals. */
    bounds: Type.String({ pattern: `^(DEFAULT|FOR VALUES FROM ${TUPLE} TO ${TUPLE})$` }),
  },
  closed,
);

export const Manifest = Type.Object(
  {
    format: Type.Literal('yichuang-backup'),
    formatVersion: Type.Literal(1),
    /** Version of the program that wrote it. */
    program: Type.String(),
    /** Version of its server, such as `18.4`. */
    postgres: Type.String(),
    tenant: Name,
    /** The moment of the snapshot. */
    at: Type.String(),
    /** In the order of landing, which restore repeats. */
    migrations: Type.Array(
      Type.Object({ module: Type.String(), name: Type.String(), checksum: Sha256 }, closed),
    ),
    tables: Type.Array(
      Type.Object(
        {
          name: Name,
          columns: Type.Array(Name),
          rows: Count,
          /** Of its pieces as they stand in the file, one after the other. */
          bytes: Count,
          sha256: Sha256,
          partitions: Type.Array(Partition),
        },
        closed,
      ),
    ),
    /** Null: made without the attachment store. */
    attachments: Type.Union([
      Type.Null(),
      Type.Array(Type.Object({ path: Type.String(), bytes: Count, sha256: Sha256 }, closed)),
    ]),
    /** The key the ledger's blocks are verified with, as PEM. */
    publicKey: Type.Union([Type.Null(), Type.String()]),
  },
  closed,
);
export type Manifest = Static<typeof Manifest>;
export type TableEntry = Manifest['tables'][number];

const check = Compile(Manifest);

/** Whether it keeps the rules above; asked before writing, too. */
export const isManifest = (value: unknown): value is Manifest => check.Check(value);

/** Reads a manifest; undefined when it is not one. */
export function parseManifest(json: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
