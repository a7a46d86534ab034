/** Sentences, with the mark that ends them. */
const SENTENCE = /[^。！!？?；;\n]+[。！!？?；;]?/g;
const MARKED = /[？?]$/;
const ASKING_WORDS =
  /请问|想问|问一下|咨询一下|咨询下|想咨询|请教|想知道|想了解|请告知|请答复|(是否|能否|可否|何时|什么时候|如何|多久)[^，,]{2,}$/;
/** A cry or an accusation is no question: `天理何在？` */
const CRY = /天理|何在|王法|难道|良心|谁来管|管不管|到底有没有人|办点?实事|有人管/;
const CLAUSE = /[，,：:]/;
const SHORTEST = 5;
/** A clause that short leans on the one before it: `…的车位，合理吗？` */
const LEANS = 12;

/** The end of the sentence, where the question stands: its last clause, with the one before when it is short. */
function askingPart(sentence: string): string {
  const clauses = sentence
    .split(CLAUSE)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const words = clauses.findIndex((clause) => ASKING_WORDS.test(clause));
  const from = MARKED.test(sentence) || words < 0 ? clauses.length - 1 : words;
  const part = clauses.slice(from).join('，');
  return part.length < LEANS && from > 0 ? `${clauses[from - 1]!}，${part}` : part;
}

/** The questions a letter asks, in its own words and order, each once. */
export function questionsIn(letter: string): readonly string[] {
  const sentences = Array.from(letter.normalize('NFKC').matchAll(SENTENCE), ([sentence]) => sentence.trim());
  const asked = sentences
    .filter((sentence) => (MARKED.test(sentence) || ASKING_WORDS.test(sentence)) && !CRY.test(sentence))
    .map(askingPart)
    .filter((part) => part.length >= SHORTEST);
  return [...new Set(asked)];
}
