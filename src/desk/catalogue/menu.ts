interface Place {
  readonly title: string;
  readonly to: string;
}

/** Its records stand in a group of their own: there are many, and most people at the desk never need them. */
export const CATALOGUE_NOUNS: ReadonlySet<string> = new Set([
  'item',
  'item-edition',
  'item-difference',
  'legal-basis-notice',
  'basis-check',
  'approval-section',
  'authority-letter',
  'approval-seal',
  'window-list',
  'delegation',
]);

/** The pages for working on the catalogue, for those who may change it. */
export const cataloguePagesOf = (roles: ReadonlySet<string>): readonly Place[] =>
  roles.has('catalogue.editor')
    ? [
        { title: '目录检查', to: '/catalogue/remarks' },
        { title: '目录比对', to: '/catalogue/comparison' },
        { title: '导入导出事项', to: '/catalogue/import' },
      ]
    : [];
