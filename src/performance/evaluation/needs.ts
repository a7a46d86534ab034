import { find, type Need } from '#lib/action/need.ts';
import { framework, type Framework } from '../frameworks/framework.ts';

type Resting = { readonly row: { readonly framework: string } };
/** The form the evaluation stands on. */
export const itsForm: Need<Resting, Framework | null> = find(framework, ({ row }: Resting) => ({
  id: row.framework,
}));

/** A form that an evaluation names is never deleted: without it the database is broken, not the input. */
export function getForm(form: Framework | null): Framework {
  if (!form) throw new Error('an evaluation stands on a form that is not there');
  return form;
}
