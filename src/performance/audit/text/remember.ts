/** A function of a text that remembers its last answers: forms and reports say the same few words again and again. */
export function remembered<Result>(
  compute: (text: string) => Result,
  { most, longest }: { readonly most: number; readonly longest: number },
): (text: string) => Result {
  let answers = new Map<string, Result>();
  return (text) => {
    if (text.length > longest) return compute(text);
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as Result;
    if (answers.size >= most) answers = new Map();
    const answer = compute(text);
    answers.set(text, answer);
    return answer;
  };
}
