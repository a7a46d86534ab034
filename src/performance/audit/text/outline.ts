/** What a line is to the outline of its document. */
interface Heading {
  /** The smaller, the wider. */
  readonly level: number;
  readonly name: string;
}

const LEVELS: readonly RegExp[] = [
  /^第[一二三四五六七八九十\d]{1,3}(?:部分|章|篇)\s?[:：、]?/,
  /^第[一二三四五六七八九十\d]{1,3}节\s?[:：、]?/,
  /^[一二三四五六七八九十]{1,3}\s?[、.]/,
  /^[(][一二三四五六七八九十]{1,3}[)]\s?[、.]?/,
  /^\d{1,2}\s?[、.](?!\d)/,
  /^[(]\d{1,2}[)]\s?[、.]?/,
  /^[①-⑳]/,
];
/** A line without a number is the narrowest heading there is. */
const UNNUMBERED = LEVELS.length;
/** （一）城关镇。全年受理…: the heading is run into its paragraph. */
const RUN_IN = /^([^。:,，;；()\d]{2,20})[。:]/;
const PLAIN =
  /^(?:(?:19|20)\d\d年度?)?(?:[\u4e00-\u9fff“”"()、]{2,16}|[\u4e00-\u9fff“”"()、]{2,28}(?:情况|说明))$/;
const LONGEST = 40;

/** What stands above a paragraph. */
export interface Above {
  /** Headings, its own included, from the widest down. */
  readonly trail: readonly string[];
  /** 局机关：编制20名…: what it begins with, and nothing below it inherits. */
  readonly label: string;
}

/** The headings above each paragraph; told line by line. */
export function outline(): (text: string) => Above {
  let open: readonly Heading[] = [];
  return (text) => {
    const line = text.trim().replace(/^#{1,6}\s|^\*\*|\*\*$/g, '');
    const heading = headingOf(line);
    if (heading) open = [...open.filter(({ level }) => level < heading.level), heading];
    const label = heading ? '' : (RUN_IN.exec(line)?.[1] ?? '');
    return { trail: open.map(({ name }) => name).filter((name) => name !== ''), label };
  };
}

function headingOf(line: string): Heading | undefined {
  for (const [level, pattern] of LEVELS.entries()) {
    const number = pattern.exec(line.slice(0, 12))?.[0];
    if (number === undefined) continue;
    const rest = line.slice(number.length).trim();
    const isAlone = rest.length <= LONGEST && !/[。;；]./.test(rest);
    return { level, name: isAlone ? rest.replace(/[。:]$/, '') : (RUN_IN.exec(rest)?.[1] ?? '') };
  }
  return PLAIN.test(line) ? { level: UNNUMBERED, name: line } : undefined;
}
