import { Type, type TUnsafe } from 'typebox';

/** A choice among named things; the names are what the form shows. */
export const oneOf = <K extends string>(titles: Readonly<Record<K, string>>, title: string): TUnsafe<K> =>
  Type.Unsafe<K>(
    Type.Union(
      Object.entries<string>(titles).map(([key, each]) => Type.Literal(key, { title: each })),
      { title },
    ),
  );
