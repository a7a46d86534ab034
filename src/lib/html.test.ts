import * as fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { html } from './html.ts';

test('whatever stands in text or attribute stays text: no element and no attribute comes of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const text = words.replaceAll('\0', '').replaceAll('\r', '');
      const { childNodes } = parseFragment(html`<p title="${text}">${text}</p>`.__html);
      const [p] = childNodes as unknown as {
        attrs: { name: string; value: string }[];
        childNodes: { nodeName: string; value: string }[];
      }[];
      expect(childNodes).toHaveLength(1);
      expect(p!.attrs.map(({ name }) => name)).toEqual(['title']);
      expect(p!.childNodes.every(({ nodeName }) => nodeName === '#text')).toBe(true);
    }),
  );
});

test('lists are joined, nothing is printed for null, undefined and truth values, HTML stays HTML', () => {
  const items = [1, 2].map((n) => html`<li>${n}</li>`);
  expect(html`<ul>${items}</ul>`.__html).toBe('<ul><li>1</li><li>2</li></ul>');
  expect(html`<b>${null}${undefined}${false}${true}</b>`.__html).toBe('<b></b>');
});
