/**
 * The text of an entry as it stands in the database, of which the leaf is the digest: a JSON array of every column.
 *
 * PostgreSQL writes it, not the program: jsonb has one text form (keys sorted, no blanks but its own), the same in every
 * release from 15 to 18 and after backup and restore, so nothing is parsed and written again. Instants are cast to UTC,
 * so that the session's zone does not matter; microseconds are kept. Strings are quoted, so no two entries share a text.
 */
export const LEAF_TEXT = `json_build_array(seq, id, at at time zone 'UTC', recorded_at at time zone 'UTC', person,
  person_name, noun, action, subject, touched, details, changes)::text`;

/** The digest that `leafOf` gives, computed where the text is: the sealer moves 32 bytes an entry instead of a thousand. */
export const LEAF_DIGEST = `sha256('\\x00'::bytea || convert_to(${LEAF_TEXT}, 'UTF8'))`;
