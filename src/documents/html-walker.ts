import type { DefaultTreeAdapterMap } from 'parse5';
import { flowText } from './flow-text.ts';
import { isReferenceMark } from './reference-mark.ts';
import type { TextBuilder } from './text-builder.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const DROPPED = words(
  'head script style template noscript iframe object embed svg math canvas audio video select datalist textarea rt rp',
);
const BREAKING = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody ' +
    'tfoot thead ul br tr td th',
);

/**
 * Walks a parsed page without recursion (pages nest thousands deep when they want to) and gives its lines and tables
 * to `text`.
 */
export function htmlWalker(text: TextBuilder): (root: Node) => void {
  const flow = flowText(text.line);
  const enter = (element: Element): void => {
    const name = element.tagName;
    if (BREAKING.has(name)) flow.flush();
    if (name === 'pre') flow.preformat(1);
    if (name === 'table') text.openTable(captionOf(element));
    if (name === 'tr') text.openRow();
    if (isCell(name)) text.openCell({ rows: span(element, 'rowspan'), columns: span(element, 'colspan') });
    if (name === 'img') noteImage(text, element);
  };
  const leave = (element: Element): void => {
    const name = element.tagName;
    if (BREAKING.has(name)) flow.flush();
    if (name === 'pre') flow.preformat(-1);
    if (isCell(name)) text.closeCell();
    if (name === 'table') text.closeTable();
  };
  return (root) => {
    const stack: { readonly node: Node; readonly isLeaving: boolean }[] = [{ node: root, isLeaving: false }];
    for (let step = stack.pop(); step; step = stack.pop()) {
      const { node, isLeaving } = step;
      if (isLeaving) leave(node as Element);
      else if ('value' in node) flow.say(node.value);
      else if ('childNodes' in node && !isDropped(node)) {
        if ('tagName' in node) {
          enter(node);
          stack.push({ node, isLeaving: true });
        }
        for (const child of node.childNodes.toReversed()) stack.push({ node: child, isLeaving: false });
      }
    }
    flow.flush();
  };
}

const isCell = (name: string): boolean => name === 'td' || name === 'th';

const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

function isDropped(node: Node): boolean {
  if (!('tagName' in node)) return false;
  if (DROPPED.has(node.tagName) || attributeOf(node, 'hidden') !== undefined) return true;
  if (/display\s*:\s*none/i.test(attributeOf(node, 'style') ?? '')) return true;
  return node.tagName === 'sup' && isReferenceMark(textIn(node));
}

/** All text inside, as far as a caption or a mark can reach. */
function textIn(element: Element): string {
  const stack: Node[] = [element];
  let text = '';
  for (let steps = 0; steps < 200 && stack.length > 0; steps += 1) {
    const node = stack.pop()!;
    if ('value' in node) text += node.value;
    if ('childNodes' in node) stack.push(...node.childNodes.toReversed());
  }
  return text;
}

function captionOf(table: Element): string {
  const caption = table.childNodes.find((child) => 'tagName' in child && child.tagName === 'caption');
  return caption
    ? textIn(caption as Element)
        .replace(/\s+/g, ' ')
        .trim()
    : '';
}

/** HTML 4.9.11: `rowspan="0"` reaches to the table's end. */
function span(element: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(attributeOf(element, name) ?? '1', 10);
  if (Number.isNaN(value) || value < 0) return 1;
  return value === 0 && name === 'rowspan' ? Number.MAX_SAFE_INTEGER : value;
}

function noteImage(text: TextBuilder, image: Element): void {
  const words = attributeOf(image, 'alt')?.trim();
  text.unread(words ? `图片「${words.slice(0, 40)}」中的文字未读` : '有图片，图中文字未读');
}
