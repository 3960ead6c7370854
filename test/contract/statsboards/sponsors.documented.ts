import type { CatalogueRoute } from './catalogue.documented.js';

const metadata = {
  page: 1,
  items_per_page: 20,
  total_items: 2,
  total_pages: 1,
  has_next: false,
  has_previous: false,
};
const sponsor = { id: 1, title: 'Acme Corp', logo_url: '/static/uploads/sponsors/logos/acme.png', scale_logo: 1.5 };
const line = { id: 1, title: 'Premier Sponsors', is_visible: true };
const placement = { id: 1, sponsor_id: 1, sponsor_line_id: 1, position: 1 };

const open = (method: string, path: string, errors: number[], answer?: unknown, status = 200): CatalogueRoute => ({
  method,
  path,
  status,
  errors,
  answer,
});
const admin = (method: string, path: string, answer: unknown): CatalogueRoute => ({
  ...open(method, path, [401, 403], answer),
  admin: true,
});

const PAIR = '/api/sponsor_in_sponsor_line/{sponsor_id}in{sponsor_line_id}';

/** What the document says of sponsors, their lines, and who is in them. 500 is left out. */
export const SPONSOR_ROUTES: readonly CatalogueRoute[] = [
  open('POST', '/api/sponsors/', [409], sponsor),
  open('PUT', '/api/sponsors/{item_id}/', [404], sponsor),
  open('GET', '/api/sponsors/id/{item_id}/', [404], { data: [sponsor], title: 'Sponsor ID: 1', item_type: 'Sponsor' }),
  open('GET', '/api/sponsors/paginated', [], { data: [sponsor], metadata }),
  admin('DELETE', '/api/sponsors/id/{model_id}', { detail: 'Sponsor 1 deleted successfully' }),
  open('POST', '/api/sponsor_lines/', [409], line),
  open('PUT', '/api/sponsor_lines/{item_id}/', [404, 409], line),
  open('GET', '/api/sponsor_lines/id/{item_id}/', [404], {
    data: [line],
    title: 'SponsorLine ID: 1',
    item_type: 'SponsorLine',
  }),
  admin('DELETE', '/api/sponsor_lines/id/{model_id}', { detail: 'SponsorLine 1 deleted successfully' }),
  open('POST', PAIR, [409], placement),
  open('PUT', '/api/sponsor_in_sponsor_line/{item_id}/', [404, 409], placement),
  open('GET', PAIR, [404], placement),
  open('GET', '/api/sponsor_in_sponsor_line/sponsor_line/id/{sponsor_line_id}/sponsors', [], [sponsor]),
  open('DELETE', PAIR, [], undefined, 204),
];
