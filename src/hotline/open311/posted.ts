import { Type, type Static } from 'typebox';
import type { FieldFault } from '#lib/refusal.ts';
import type { Form } from '#lib/http/forms.ts';
import { validated } from '#lib/http/validate.ts';
import { refuse } from '#lib/refusal.ts';
import { OrderTypeField } from '../order/fields.ts';
import { typeOf } from './type-of.ts';
import type { Service } from './views/services.ts';

const Text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
/** The fields of `POST /requests` that we read; others (`attribute[…]`, `device_id`) the standard lets us leave. */
const Posted = Type.Object({
  service_code: Type.String({ minLength: 1, maxLength: 40 }),
  description: Type.String({ minLength: 2, maxLength: 10_000, pattern: '\\S', wrong: '不能为空' }),
  address_string: Text(200),
  address_id: Text(40),
  lat: Type.Optional(Type.String({ pattern: '^-?\\d{1,3}(\\.\\d{1,10})?$', wrong: '应为小数' })),
  long: Type.Optional(Type.String({ pattern: '^-?\\d{1,3}(\\.\\d{1,10})?$', wrong: '应为小数' })),
  first_name: Text(30),
  last_name: Text(30),
  phone: Text(20),
  email: Text(100),
  media_url: Type.Optional(Type.String({ maxLength: 500, pattern: '^https?://', wrong: '应为网址' })),
  /** Ours: consent to be shown by `GET /requests` once it is answered. */
  publishable: Text(5),
  /** Ours: what kind of request it is, as key or in Chinese; else its words say. */
  type: Type.Optional(OrderTypeField),
});
type Posted = Static<typeof Posted>;

const filled = (form: Form): Partial<Posted> =>
  Object.fromEntries(
    Object.keys(Posted.properties)
      .filter((name) => form[name]?.trim())
      .map((name) => [name, form[name]!]),
  );

function refuseNowhere(posted: Posted): void {
  const isPoint = posted.lat !== undefined && posted.long !== undefined;
  if (!isPoint && posted.address_string === undefined && posted.address_id === undefined)
    refuse(
      'lib.shape',
      {},
      { fields: [{ path: 'address_string', message: '须给出 lat 和 long、address_string 或 address_id' }] },
    );
}

/** WGS 84: beyond the poles and the date line there is no point. */
const POINT = [
  ['lat', 90, '纬度应在 -90 至 90 之间'],
  ['long', 180, '经度应在 -180 至 180 之间'],
] as const;
function refuseNoPoint(posted: Posted): void {
  const fields = POINT.flatMap(([path, most, message]) =>
    Math.abs(Number(posted[path] ?? 0)) > most ? [{ path, message }] : [],
  );
  if (fields.length > 0) refuse('lib.shape', {}, { fields });
}

/** The first words of a text as its title. */
const titleOf = (text: string): string =>
  [...text.trim().split('\n')[0]!.trim()].slice(0, 40).join('').padEnd(2, '。');

/** What was said beyond the text, as lines below it, so that nothing a client sends is lost. */
const textOf = ({ description, address_string, lat, long, media_url, email }: Posted): string =>
  [
    description,
    ...(address_string === undefined ? [] : [`地点：${address_string}`]),
    ...(lat !== undefined && long !== undefined ? [`位置（纬度、经度）：${lat}，${long}`] : []),
    ...(media_url === undefined ? [] : [`附件网址：${media_url}`]),
    ...(email === undefined ? [] : [`电子邮箱：${email}`]),
  ].join('\n');

/** A posted request as what any way in takes down. `district` is where it lies when no division is named. */
export function postedOrder(form: Form, services: readonly Service[], district: string) {
  const posted = validated<Posted>(Posted, filled(form));
  const service = services.find((each) => each.isActive && each.code === posted.service_code);
  if (!service)
    return refuse(
      'hotline.open311-no-service',
      {},
      { fields: [{ path: 'service_code', message: '没有这个 service_code' }] },
    );
  refuseNowhere(posted);
  refuseNoPoint(posted);
  const name = `${posted.last_name ?? ''}${posted.first_name ?? ''}`;
  return {
    channel: 'api',
    type: posted.type ?? typeOf(service.path, posted.description),
    topic: service.path,
    place: posted.address_id ?? district,
    title: titleOf(posted.description),
    text: textOf(posted),
    ...(posted.phone === undefined
      ? { isAnonymous: true }
      : { caller: { name: name || '未留姓名', phone: posted.phone } }),
    ...(posted.publishable === 'true' || posted.publishable === '1' ? { isPublishable: true } : {}),
  } as const;
}

const NAMES: Readonly<Record<string, string>> = {
  text: 'description',
  title: 'description',
  topic: 'service_code',
  place: 'address_id',
  'caller.phone': 'phone',
  'caller.name': 'last_name',
};
/** Faults of the order at the fields of the standard. */
export const standardFaults = (fields: readonly FieldFault[]): readonly FieldFault[] =>
  fields.map(({ path, message }) => ({ path: NAMES[path] ?? path, message }));
