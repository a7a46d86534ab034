import { html, type Html } from '#lib/html.ts';

/** What was said wrong, and at which field (the names are the form's own). */
export interface Fault {
  readonly message: string;
  readonly next: string;
  readonly fields: readonly { readonly path: string; readonly title?: string; readonly message: string }[];
}
export interface Option {
  readonly value: string;
  readonly title: string;
}
/** Options of one kind under a heading, which cannot be chosen itself. */
interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
}
export const optionsOf = (titles: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));

interface Field {
  readonly name: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly fault?: Fault | null | undefined;
  /** Further attributes, as HTML: `autocomplete="tel"`. */
  readonly more?: Html;
  readonly isOptional?: boolean;
  /** Of an area; ten where nothing is said. */
  readonly rows?: number;
}
const faultAt = ({ fault, name }: Field): string | undefined =>
  fault?.fields.find(({ path }) => path === name)?.message;

/** The attributes that tie a field to its hint and its fault. */
const tied = (field: Field): Html => {
  const wrong = faultAt(field) !== undefined;
  const by = [field.hint ? `${field.name}-hint` : '', wrong ? `${field.name}-fault` : '']
    .filter(Boolean)
    .join(' ');
  return html`id="${field.name}" name="${field.name}" ${by ? html`aria-describedby="${by}"` : ''}
  ${wrong ? html`aria-invalid="true"` : ''} ${field.more}`;
};
const said = (field: Field): Html =>
  html`${field.hint ? html`<p class="hint" id="${field.name}-hint">${field.hint}</p>` : ''}
  ${faultAt(field) ? html`<p class="fault" id="${field.name}-fault">${faultAt(field)}</p>` : ''}`;
const labelled = (field: Field, control: Html): Html =>
  html`<div class="field">
    <label for="${field.name}">${field.title}${field.isOptional ? html`<span class="may">（可不填）</span>` : ''}</label>
    ${said(field)} ${control}
  </div>`;

export const line = (field: Field): Html =>
  labelled(field, html`<input ${tied(field)} value="${field.value ?? ''}" />`);

// A line break right after the tag is not part of the text: without it a letter that begins with one would lose it.
export const area = (field: Field): Html =>
  labelled(
    field,
    html`<textarea rows="${field.rows ?? 10}" ${tied(field)}>${'\n'}${field.value ?? ''}</textarea>`,
  );

const optionOf = ({ value, title }: Option, chosen: string | undefined): Html =>
  html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${title}</option>`;
const groupOf = ({ title, options }: OptionGroup, chosen: string | undefined): Html =>
  html`<optgroup label="${title}">
    ${options.map((each) => optionOf(each, chosen))}
  </optgroup>`;

export const select = (field: Field, options: readonly (Option | OptionGroup)[]): Html =>
  labelled(
    field,
    html`<select ${tied(field)}>
      <option value="">请选择</option>
      ${options.map((each) => ('options' in each ? groupOf(each, field.value) : optionOf(each, field.value)))}
    </select>`,
  );

export const radios = (field: Field, options: readonly Option[]): Html =>
  html`<fieldset class="field" ${faultAt(field) ? html`aria-describedby="${field.name}-fault"` : ''}>
    <legend>${field.title}</legend>
    ${said(field)}
    ${options.map(
      ({ value, title }, n) =>
        html`<label class="choice"
          ><input
            type="radio"
            name="${field.name}"
            id="${n === 0 ? field.name : `${field.name}-${value}`}"
            value="${value}"
            ${value === field.value ? html`checked` : ''}
          />
          ${title}</label
        >`,
    )}
  </fieldset>`;

export const tick = (field: Field): Html =>
  html`<div class="field">
    <label class="choice"
      ><input type="checkbox" ${tied(field)} value="on" ${field.value === 'on' ? html`checked` : ''} />
      ${field.title}</label
    >
    ${said(field)}
  </div>`;

const faultLine = ({ path, title, message }: Fault['fields'][number]): Html => {
  const said = title ? `${title}：${message}` : message;
  return html`<li>${path ? html`<a href="#${path}">${said}</a>` : said}</li>`;
};

/** What is wrong with a form, first thing on the page, each line leading to its field. */
export const faultSummary = (fault: Fault | null | undefined): Html | string =>
  fault
    ? html`<div class="faults" role="alert">
        <h2>${fault.message}</h2>
        <p>${fault.next}</p>
        ${
          fault.fields.length > 0
            ? html`<ul>
              ${fault.fields.map(faultLine)}
            </ul>`
            : ''
        }
      </div>`
    : '';

/** Words of a person, their lines kept. */
export const words = (text: string): Html => html`<div class="words">${text}</div>`;
