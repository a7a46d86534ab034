import { fromHeld, type Need } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { heldTopics, type Topics } from './held-topics.ts';

type Asking = { readonly input: { readonly topic: string } };

/** `城乡建设 / 园林绿化`, `城乡建设>园林绿化` and full-width slashes are the same path. */
const spoken = (text: string): string =>
  text
    .normalize('NFKC')
    .split(/\s*[/>、]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/');

/** The path of the topic meant by `text`, or the refusal at its field with what it may have meant. */
function topicNamed(topics: Topics, text: string): string {
  // A few names hold a separator themselves (房产证登记、办理): what is exactly a path is that path.
  if (topics.paths.has(text)) return text;
  const said = spoken(text);
  const found = topics.bySpoken.get(said) ?? (topics.paths.has(said) ? said : undefined);
  if (found !== undefined) return found;
  const several = topics.byName.get(said) ?? topics.byWord.get(said) ?? [];
  const near = several.length > 0 ? several : [...topics.paths].filter((path) => path.includes(said));
  const hint = near.length > 0 ? `，是否为：${near.slice(0, 4).join('；')}` : '';
  return refuse(
    'hotline.no-topic',
    { topic: text },
    { fields: [{ path: 'topic', message: `没有这个主题${hint}` }] },
  );
}

/** `needs: { topic: topicOf }` gives the path of the topic named in the input. */
export const topicOf: Need<Asking, string> = fromHeld(heldTopics, (topics, { input }: Asking) =>
  topicNamed(topics, input.topic),
);
/** The same where the topic may be left out. */
export const maybeTopicOf: Need<{ readonly input: { readonly topic?: string | undefined } }, string | null> =
  fromHeld(heldTopics, (topics, { input }: { readonly input: { readonly topic?: string | undefined } }) =>
    input.topic === undefined ? null : topicNamed(topics, input.topic),
  );
