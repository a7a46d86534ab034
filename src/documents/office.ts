import { refuse } from '#lib/refusal.ts';
import './refusals.ts';
import type { Source } from './limits.ts';
import { attribute } from './xml-token.ts';
import { readXml, type XmlHandler } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

/** An Office Open XML package without macros. */
export interface Office {
  readonly zip: Zip;
  /** Lets `handler` hear a part; says whether there is one. */
  readonly read: (part: string, handler: XmlHandler) => boolean;
  /** Targets of a part's relations by id, as paths inside the package; external ones are left out. */
  readonly relations: (part: string) => ReadonlyMap<string, Relation>;
}

export interface Relation {
  /** Last word of the relation's type: `worksheet`, `footnotes`. */
  readonly type: string;
  readonly target: string;
}

/** Opens a docx or xlsx. Macros are refused by their part and by the content type, whatever the file is called. */
export function openOffice(source: Source): Office {
  const zip = openZip(source);
  const read = (part: string, handler: XmlHandler): boolean => {
    const bytes = zip.find(part);
    if (bytes) readXml({ bytes, name: source.name, depth: source.limits.depth }, handler);
    return bytes !== undefined;
  };
  refuseMacros({ zip, read, relations: () => new Map() }, source.name);
  return { zip, read, relations: (part) => relationsOf(part, read) };
}

const MACROS = /(?:^|\/)(?:vba(?:Project|Data)[^/]*|macrosheets\/.*)$/i;

function refuseMacros({ zip, read }: Office, name: string): void {
  let found = zip.names.some((part) => MACROS.test(part));
  read('[Content_Types].xml', {
    open: (_, tag) => {
      if (/macro|vba/i.test(attribute(tag, 'ContentType') ?? '')) found = true;
    },
  });
  if (found) refuse('documents.macros', { name });
}

function relationsOf(part: string, read: Office['read']): ReadonlyMap<string, Relation> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const found = new Map<string, Relation>();
  read(`${folder}_rels/${part.slice(slash)}.rels`, {
    open: (name, tag) => {
      if (name !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return;
      const type = attribute(tag, 'Type') ?? '';
      found.set(attribute(tag, 'Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: pathOf(folder, attribute(tag, 'Target') ?? ''),
      });
    },
  });
  return found;
}

function pathOf(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The part the package is about: `word/document.xml`, `xl/workbook.xml`, or what its own relations say. */
export function mainPart(office: Office, usual: string): string {
  for (const relation of office.relations('').values()) {
    if (relation.type === 'officeDocument' && office.zip.has(relation.target)) return relation.target;
  }
  return usual;
}
