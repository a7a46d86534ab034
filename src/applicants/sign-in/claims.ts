import { refuse } from '#lib/refusal.ts';
import type { ProvinceClaims } from '../settings.ts';
import { LEVELS, reaches, type IdentityKind, type Level } from '../words.ts';

/** What the province said of somebody, in our words. */
export interface Told {
  readonly kind: 'person' | 'firm';
  readonly level: Level;
  readonly name?: string;
  readonly identityKind?: IdentityKind;
  readonly identity?: string;
  readonly phone?: string;
  readonly firmName?: string;
  readonly creditCode?: string;
  readonly representative?: string;
}
type Claims = Readonly<Record<string, unknown>>;

const MOBILE = /^(?:\+?86)?(1[3-9][0-9]{9})$/;

/** A claim as text; numbers are taken for their digits, anything else for nothing. */
function textOf(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}
const needed = (text: string | undefined, what: string): string =>
  text ?? refuse('applicants.claims-missing', { what });

/** What a word of theirs means by the setting; nothing when it is not there. */
const meant = <T>(meanings: Readonly<Record<string, T>>, said: string | undefined): T | undefined =>
  said !== undefined && Object.hasOwn(meanings, said) ? meanings[said] : undefined;

/** A level that the setting does not know is none: nobody is let in by a word we do not understand. */
function levelOf(claims: Claims, names: ProvinceClaims, lowest: Level): Level {
  const level = meant(names.levels, textOf(claims, names.level)) ?? 'none';
  if (!reaches(level, lowest))
    refuse('applicants.level-too-low', { level: LEVELS[level], wanted: LEVELS[lowest] });
  return level;
}

/** Without a word about the document it is the resident card; with an unknown word we cannot say whose number it is. */
function identityKindOf(claims: Claims, names: ProvinceClaims): IdentityKind {
  const said = textOf(claims, names.identityKind);
  if (said === undefined) return 'resident';
  return meant(names.identityKinds, said) ?? refuse('applicants.claims-missing', { what: '证件种类' });
}

/** Reads the province's claims by the names of the setting. Refuses a level below `lowest` and missing names or numbers. Pure. */
export function readClaims(claims: Claims, names: ProvinceClaims, lowest: Level): Told {
  const level = levelOf(claims, names, lowest);
  const mobile = MOBILE.exec(textOf(claims, names.phone)?.replace(/[- ]/g, '') ?? '')?.[1];
  const phone = mobile === undefined ? {} : { phone: mobile };
  if (textOf(claims, names.kind) === names.firmValue) {
    const representative = textOf(claims, names.representative);
    return {
      kind: 'firm',
      level,
      ...phone,
      firmName: needed(textOf(claims, names.firmName), '单位名称'),
      creditCode: needed(textOf(claims, names.creditCode), '统一社会信用代码'),
      ...(representative === undefined ? {} : { representative }),
    };
  }
  return {
    kind: 'person',
    level,
    ...phone,
    name: needed(textOf(claims, names.name), '姓名'),
    identityKind: identityKindOf(claims, names),
    identity: needed(textOf(claims, names.identity), '证件号码'),
  };
}
