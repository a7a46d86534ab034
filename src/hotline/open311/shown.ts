import type { OrganisationTree } from '#organisations/index.ts';
import { ENDED } from '../order/words.ts';
import type { Item } from './format.ts';
import type { Request } from './views/requests.ts';
import type { Service } from './views/services.ts';

const CLOSED: ReadonlySet<string> = new Set(ENDED);
const lastName = (path: string): string => path.split('/').at(-1)!;

/** A topic as GeoReport's service. Ours are answered at once and ask for no further attributes. */
export const shownService = ({ code, path }: Service): Item => ({
  service_code: code,
  service_name: lastName(path),
  description: path.replaceAll('/', ' › '),
  metadata: false,
  type: 'realtime',
  keywords: path.split('/').join(','),
  group: path.split('/')[0]!,
});

/** An order as GeoReport's request. Where it is, is the division's name: an address would lead to somebody's door. */
export function shownRequest(
  request: Request,
  { services, tree }: { readonly services: readonly Service[]; readonly tree: OrganisationTree },
): Item {
  const service = services.find((each) => each.path === request.topic);
  return {
    service_request_id: request.number,
    status: CLOSED.has(request.state) ? 'closed' : 'open',
    status_notes: request.reply,
    service_name: lastName(request.topic),
    service_code: service?.code ?? null,
    description: request.text,
    agency_responsible: request.handler === null ? null : tree.nameOf(request.handler),
    service_notice: null,
    requested_datetime: request.registeredAt,
    updated_datetime: request.repliedAt ?? request.registeredAt,
    expected_datetime: request.dueAt,
    address: tree.nameOf(request.place),
    address_id: request.place,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}
