import { get } from '#desk/api/http.ts';
import type { Assessment, Evaluation, Form, FormRow } from './model.ts';

/** As the API says it: the assessment beside the row's own columns, a row's 评分标准 as `rule`. */
interface Answer extends Assessment, Omit<Evaluation, 'assessment' | 'form' | 'settings' | keyof Assessment> {
  readonly form: Omit<Form, 'rows'> & {
    readonly rows: readonly (Omit<FormRow, 'standard'> & { readonly rule: string })[];
  };
}

export async function fetchEvaluation(key: string): Promise<Evaluation> {
  const answer = await get<Answer>(`/api/evaluations/${encodeURIComponent(key)}`);
  const { score, findings, forecast, missing, demandReason, unscored, settings, form, ...row } = answer;
  return {
    ...row,
    assessment: { score, findings, forecast, missing, demandReason, unscored, settings },
    form: { ...form, rows: form.rows.map(({ rule, ...each }) => ({ ...each, standard: rule })) },
  } as unknown as Evaluation;
}
