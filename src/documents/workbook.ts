import { strToU8, zipSync } from 'fflate';
import type { Align, Shade } from './paper.ts';
import { sheetXml } from './sheet-xml.ts';
import { workbookStyles } from './workbook-styles.ts';

export interface SheetCell {
  readonly column: number;
  readonly text: string;
  /** A printed number, kept as a number where a double holds it exactly. */
  readonly isNumber?: boolean;
  readonly isBold?: boolean;
  readonly isTitle?: boolean;
  readonly hasRule?: boolean;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly align?: Align;
  readonly shade?: Shade;
  /** A place in the workbook: `'数据来源'!A3`. */
  readonly link?: string;
  /** A web address the whole cell leads to. */
  readonly address?: string;
}

export interface Sheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** So many rows stay in sight and are repeated on every page. */
  readonly headerRows: number;
  readonly isLandscape: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);

/** An Excel file of plain cells: A4, fitted to the page's width, header rows repeated. Texts must be printable. */
export function workbook(title: string, sheets: readonly Sheet[]): Uint8Array {
  const styles = workbookStyles();
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, at) => {
    const addresses = addressesOf(sheet);
    const ids = new Map(addresses.map((address, n) => [address, `a${n}`]));
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, styles.indexOf, {
      main: MAIN,
      relations: RELATIONS,
      idOf: (address) => ids.get(address)!,
    });
    if (addresses.length > 0) parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = outside(addresses);
  });
  const numbered = sheets.map((sheet, at) => ({ sheet, number: at + 1 }));
  parts['xl/styles.xml'] = styles.xml(MAIN);
  parts['xl/workbook.xml'] = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbered
    .map(
      ({ sheet, number }) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${number}" r:id="r${number}"/>`,
    )
    .join('')}</sheets>${printTitles(sheets)}</workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = relations([
    ...numbered.map(({ number }) => [`r${number}`, 'worksheet', `worksheets/sheet${number}.xml`] as const),
    ['styles', 'styles', 'styles.xml'],
  ]);
  parts['_rels/.rels'] = relations([['r1', 'officeDocument', 'xl/workbook.xml']]);
  parts['docProps/core.xml'] =
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`;
  parts['[Content_Types].xml'] = contentTypes(sheets.length);
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)] as const);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: MOMENT });
}

/** The same paper gives the same bytes, so the time in the zip is a fixed one: the first it can hold. */
const MOMENT = new Date(1980, 0, 2);

function printTitles(sheets: readonly Sheet[]): string {
  const titles = sheets.flatMap(({ name, headerRows }, at) =>
    headerRows === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escapeXml(name.replaceAll("'", "''"))}'!$1:$${headerRows}</definedName>`,
        ],
  );
  return titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
}

const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** Every address of a sheet once. */
const addressesOf = ({ rows }: Sheet): readonly string[] => [
  ...new Set(rows.flat().flatMap(({ address }) => address ?? [])),
];
const outside = (addresses: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${addresses
    .map(
      (address, at) =>
        `<Relationship Id="a${at}" Type="${RELATIONS}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
    )
    .join('')}</Relationships>`;

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="${type}"/>`;
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override('xl/workbook.xml', `${TYPES}.sheet.main+xml`),
    override('xl/styles.xml', `${TYPES}.styles+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...Array.from({ length: sheets }, (_, at) =>
      override(`xl/worksheets/sheet${at + 1}.xml`, `${TYPES}.worksheet+xml`),
    ),
  ].join('')}</Types>`;
}
