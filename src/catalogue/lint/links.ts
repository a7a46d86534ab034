import type { ElementKey, Elements } from '../elements/elements.ts';

/** What is wrong with an address that can be seen without opening it; nothing when it looks sound. */
export interface LinkFault {
  readonly field: ElementKey;
  readonly message: string;
}

const INSIDE =
  /^(localhost|.*\.(local|lan|internal|test|invalid|example)|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
const PLACEHOLDER = /x{3,}|\*{2,}|example\.(com|org|net)|\.{2,}/i;

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Why nobody outside could open it: no address, no page of the web, two in one, a placeholder, or one of the office's own net. */
function wrongWith(text: string): string | undefined {
  if ((text.match(/https?:\/\//g)?.length ?? 0) > 1 && /\s|[；;、，,]\s*https?:/.test(text))
    return '写了不止一个网址，请只留一个';
  if (/\s|[，。；、（）“”]/.test(text)) return '网址里有空格或中文标点';
  const url = parsed(text);
  if (!url) return /^(www\.|[\w-]+\.[\w.-]+(\/|$))/i.test(text) ? '网址缺少 http:// 或 https://' : '不是网址';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `“${url.protocol}”不是网页的地址`;
  if (!url.hostname.includes('.') || INSIDE.test(url.hostname)) return '是内部网络的地址，群众打不开';
  return PLACEHOLDER.test(url.hostname) ? '像是没有填完的网址' : undefined;
}

/** 移动端 is often told as the name of an app: then it is no address at all. */
const isAddress = (text: string): boolean => /^(https?:|www\.)/i.test(text);

export function faultsOfLinks({ onlineAddress, mobileAddress }: Elements): readonly LinkFault[] {
  const fields: readonly (readonly [ElementKey, string | undefined])[] = [
    ['onlineAddress', onlineAddress],
    ['mobileAddress', mobileAddress],
  ];
  return fields.flatMap(([field, told]) => {
    const text = told?.trim() ?? '';
    if (text === '' || (field === 'mobileAddress' && !isAddress(text))) return [];
    const why = wrongWith(text);
    return why === undefined ? [] : [{ field, message: `“${text.slice(0, 80)}”${why}` }];
  });
}

/** One address as everybody writes it; nothing for none, or for a home page, which many may share. */
export function sameAddress(text: string | undefined): string | undefined {
  const url = parsed(text?.trim() ?? '');
  if (!url || (url.pathname === '/' && url.search === '')) return undefined;
  return `${url.host}${url.pathname.replace(/\/$/, '')}${url.search}${url.hash}`;
}
