/** The name of the column that holds a prose column's salt. */
export const saltOf = (column: string): string => `${column}Salt`;
