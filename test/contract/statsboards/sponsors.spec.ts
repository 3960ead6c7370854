import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { Catalogue } from './catalogue.rows.js';
import { describeDocumentedRoutes, type DocumentedCalls, expectDetail } from './route-checks.js';
import { type SignedUp, signUp } from './sign-up.js';
import { SPONSOR_ROUTES } from './sponsors.documented.js';

let test: StatsboardsApp;
let admin: SignedUp;
let make: Catalogue;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
  make = new Catalogue(test, admin.token);
});
afterAll(() => test.close());

interface Sponsor {
  id: number;
  title: string;
  logo_url: string | null;
  scale_logo: number | null;
}
interface Page<T> {
  data: T[];
  metadata: Record<string, number | boolean>;
}

const newSponsor = async (title = make.name('Acme')): Promise<Sponsor> =>
  (await test.call<Sponsor>('POST', '/api/sponsors/', { body: { title, logo_url: '/a.png', scale_logo: 1.5 } })).body;
const newLine = async (): Promise<{ id: number }> =>
  (await test.call<{ id: number }>('POST', '/api/sponsor_lines/', { body: { title: make.name('Line') } })).body;

async function placed(): Promise<{ sponsorId: number; lineId: number; id: number }> {
  const [sponsor, line] = [await newSponsor(), await newLine()];
  const path = `/api/sponsor_in_sponsor_line/${sponsor.id}in${line.id}`;
  const { body } = await test.call<{ id: number }>('POST', path);
  return { sponsorId: sponsor.id, lineId: line.id, id: body.id };
}

const PAIR = '/api/sponsor_in_sponsor_line/{sponsor_id}in{sponsor_line_id}';
const pair = async () => {
  const { sponsorId, lineId } = await placed();
  return { path: `/api/sponsor_in_sponsor_line/${sponsorId}in${lineId}` };
};

const CALLS: DocumentedCalls = {
  'POST /api/sponsors/': async () => ({
    path: '/api/sponsors/',
    body: { title: 'Acme Corp', logo_url: '/static/uploads/sponsors/logos/acme.png', scale_logo: 1.5 },
  }),
  'PUT /api/sponsors/{item_id}/': async () => ({
    path: `/api/sponsors/${(await newSponsor()).id}/`,
    body: { title: 'Updated Acme Corp', logo_url: '/static/uploads/sponsors/logos/acme.png', scale_logo: 2.0 },
  }),
  'GET /api/sponsors/id/{item_id}/': async () => ({ path: `/api/sponsors/id/${(await newSponsor()).id}/` }),
  'GET /api/sponsors/paginated': async () => (await newSponsor(), { path: '/api/sponsors/paginated?search=ACME' }),
  'DELETE /api/sponsors/id/{model_id}': async () => ({ path: `/api/sponsors/id/${(await newSponsor()).id}` }),
  'POST /api/sponsor_lines/': async () => ({
    path: '/api/sponsor_lines/',
    body: { title: 'Premier Sponsors', is_visible: true },
  }),
  'PUT /api/sponsor_lines/{item_id}/': async () => ({
    path: `/api/sponsor_lines/${(await newLine()).id}/`,
    body: { title: 'Updated Premier Sponsors', is_visible: false },
  }),
  'GET /api/sponsor_lines/id/{item_id}/': async () => ({ path: `/api/sponsor_lines/id/${(await newLine()).id}/` }),
  'DELETE /api/sponsor_lines/id/{model_id}': async () => ({ path: `/api/sponsor_lines/id/${(await newLine()).id}` }),
  [`POST ${PAIR}`]: async () => ({
    path: `/api/sponsor_in_sponsor_line/${(await newSponsor()).id}in${(await newLine()).id}`,
  }),
  'PUT /api/sponsor_in_sponsor_line/{item_id}/': async () => {
    const { id, lineId } = await placed();
    const body = { sponsor_id: (await newSponsor()).id, sponsor_line_id: lineId, position: 3 };
    return { path: `/api/sponsor_in_sponsor_line/${id}/`, body };
  },
  [`GET ${PAIR}`]: pair,
  'GET /api/sponsor_in_sponsor_line/sponsor_line/id/{sponsor_line_id}/sponsors': async () => ({
    path: `/api/sponsor_in_sponsor_line/sponsor_line/id/${(await placed()).lineId}/sponsors`,
  }),
  [`DELETE ${PAIR}`]: pair,
};

describeDocumentedRoutes(SPONSOR_ROUTES, { test: () => test, admin: () => admin, calls: CALLS, nullable: [] });

describe('sponsors', () => {
  it('have defaults', async () => {
    const { body } = await test.call<Sponsor>('POST', '/api/sponsors/', { body: { title: 'Plain' } });
    expect(body).toEqual({ id: body.id, title: 'Plain', logo_url: '', scale_logo: 1 });
  });

  it('S2: null clears, absent stays, and a title cannot be cleared', async () => {
    const { id, title } = await newSponsor();
    const cleared = await test.call('PUT', `/api/sponsors/${id}/`, { body: { logo_url: null, scale_logo: null } });
    expect([cleared.status, cleared.body]).toEqual([200, { id, title, logo_url: null, scale_logo: null }]);
    const refused = await test.call<{ detail: string }>('PUT', `/api/sponsors/${id}/`, { body: { title: null } });
    expectDetail(refused, 422);
    expect(refused.body.detail).toContain('title');
  });

  it.each([
    [{}, 'title'],
    [{ title: 'x'.repeat(51) }, 'title'],
    [{ title: 'Acme', logo_url: 'x'.repeat(256) }, 'logo_url'],
    [{ title: 'Acme', scale_logo: 'large' }, 'scale_logo'],
    [{ title: 'A\0' }, 'title'],
  ])('422 names the field: %j', async (body, field) => {
    const answer = await test.call<{ errors: { field: string }[] }>('POST', '/api/sponsors/', { body });
    expectDetail(answer, 422);
    expect(answer.body.errors.map((error) => error.field)).toEqual([field]);
  });

  it('S25: are read by id without the wrapper too', async () => {
    const sponsor = await newSponsor();
    expect((await test.call('GET', `/api/sponsors/${sponsor.id}/`)).body).toEqual(sponsor);
    expect((await test.call<Sponsor[]>('GET', '/api/sponsors/')).body).toContainEqual(sponsor);
  });

  it('deleted ones are shown nowhere: teams, tournaments, matches and lines go on without', async () => {
    const { sponsorId, lineId } = await placed();
    const league = await make.league();
    const matchId = await make.match(league);
    const values = { main_sponsor_id: sponsorId, sponsor_line_id: lineId };
    await test.call('PUT', `/api/teams/${league.teamIds[0]}/`, { body: values });
    await test.call('PUT', `/api/tournaments/${league.tournamentId}/`, { body: values });
    await test.database.sql('update match set main_sponsor_id = $1, sponsor_line_id = $2 where id = $3', [
      sponsorId,
      lineId,
      matchId,
    ]);
    const shown = () =>
      test.database.sql(
        `select main_sponsor_id, sponsor_line_id from team where id = $1
         union all select main_sponsor_id, sponsor_line_id from tournament where id = $2
         union all select main_sponsor_id, sponsor_line_id from match where id = $3`,
        [league.teamIds[0], league.tournamentId, matchId],
      );
    expect(await shown()).toEqual(Array.from({ length: 3 }, () => values));
    const { token } = admin;
    expect((await test.call('DELETE', `/api/sponsors/id/${sponsorId}`, { token })).status).toBe(200);
    expect((await test.call('DELETE', `/api/sponsor_lines/id/${lineId}`, { token })).status).toBe(200);
    expect(await shown()).toEqual(Array.from({ length: 3 }, () => ({ main_sponsor_id: null, sponsor_line_id: null })));
    expect((await test.call('GET', `/api/sponsor_in_sponsor_line/${sponsorId}in${lineId}`)).status).toBe(404);
  });

  it('that are gone are gone: deleting again answers the same', async () => {
    const { token } = admin;
    for (const resource of ['sponsors', 'sponsor_lines']) {
      expect((await test.call('DELETE', `/api/${resource}/id/2147483647`, { token })).status).toBe(200);
    }
  });

  it('behaviour 30, 31: are searched in any case and script; nothing found is an empty page', async () => {
    await newSponsor('Спортмастер 7');
    const found = await test.call<Page<Sponsor>>('GET', '/api/sponsors/paginated?search=%D0%A0%D0%A2%D0%9C%D0%90');
    expect(found.body.data.map(({ title }) => title)).toEqual(['Спортмастер 7']);
    const none = await test.call<Page<Sponsor>>('GET', '/api/sponsors/paginated?search=nobody%25');
    expect(none.body).toEqual({
      data: [],
      metadata: {
        page: 1,
        items_per_page: 20,
        total_items: 0,
        total_pages: 0,
        has_next: false,
        has_previous: false,
      },
    });
  });

  it('S9: come by title whatever order is asked for that there is not', async () => {
    for (const order of ['', '&order_by=nothing&order_by_two=%27;drop']) {
      const { body } = await test.call<Page<Sponsor>>('GET', `/api/sponsors/paginated?items_per_page=100${order}`);
      const titles = body.data.map(({ title }) => title);
      expect(titles).toEqual(titles.toSorted(new Intl.Collator('en-US').compare));
    }
    const { body } = await test.call<Page<Sponsor>>('GET', '/api/sponsors/paginated?order_by=id&ascending=false');
    const ids = body.data.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  });
});

describe('sponsor lines', () => {
  it('have defaults, and pages for the real client, which leaves out the slash', async () => {
    const { body } = await test.call<{ id: number }>('POST', '/api/sponsor_lines', { body: {} });
    expect(body).toEqual({ id: body.id, title: 'Sponsor Line', is_visible: false });
    const page = await test.call<Page<object>>('GET', '/api/sponsor_lines/paginated?items_per_page=100');
    expect(page.body.data).toContainEqual(body);
    expect((await test.call('GET', `/api/sponsor_lines/${body.id}`)).body).toEqual(body);
  });
});

describe('sponsors in lines', () => {
  it('S5: are in it once; of fifty at the same time one wins', async () => {
    const [sponsor, line] = [await newSponsor(), await newLine()];
    const path = `/api/sponsor_in_sponsor_line/${sponsor.id}in${line.id}`;
    const answers = await Promise.all(Array.from({ length: 50 }, () => test.call('POST', path)));
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    expectDetail(await test.call('POST', path), 409);
  });

  it('409 when one of the two does not exist, or another is there already', async () => {
    const { sponsorId, lineId, id } = await placed();
    expectDetail(await test.call('POST', `/api/sponsor_in_sponsor_line/2147483647in${lineId}`), 409);
    expectDetail(await test.call('POST', `/api/sponsor_in_sponsor_line/${sponsorId}in2147483647`), 409);
    const put = (body: object) => test.call('PUT', `/api/sponsor_in_sponsor_line/${id}/`, { body });
    expectDetail(await put({ sponsor_id: 2147483647 }), 409);
    const other = await newSponsor();
    await test.call('POST', `/api/sponsor_in_sponsor_line/${other.id}in${lineId}`);
    expectDetail(await put({ sponsor_id: other.id }), 409);
    expectDetail(await put({ sponsor_id: null }), 422);
    expect((await put({ position: null })).body).toMatchObject({ position: null });
  });

  it('S23: come in the order of their positions, which they carry', async () => {
    const { lineId, sponsorId, id } = await placed();
    const second = await newSponsor();
    await test.call('POST', `/api/sponsor_in_sponsor_line/${second.id}in${lineId}`);
    await test.call('PUT', `/api/sponsor_in_sponsor_line/${id}/`, { body: { position: 5 } });
    const path = `/api/sponsor_in_sponsor_line/sponsor_line/id/${lineId}/sponsors`;
    const { body } = await test.call<(Sponsor & { position: number })[]>('GET', path);
    expect(body.map((sponsor) => [sponsor.id, sponsor.position])).toEqual([
      [second.id, 1],
      [sponsorId, 5],
    ]);
  });

  it('S6: leave it with 204, also when they were not in it', async () => {
    const { sponsorId, lineId } = await placed();
    for (let time = 0; time < 2; time++) {
      const path = `/api/sponsor_in_sponsor_line/${sponsorId}in${lineId}`;
      expect((await test.call('DELETE', path)).status).toBe(204);
    }
    expect((await test.call('GET', `/api/sponsors/${sponsorId}`)).status).toBe(200);
  });

  it('are listed, and read by id', async () => {
    const { id, sponsorId, lineId } = await placed();
    const row = { id, sponsor_id: sponsorId, sponsor_line_id: lineId, position: 1 };
    expect((await test.call('GET', '/api/sponsor_in_sponsor_line/')).body).toContainEqual(row);
    for (const path of [`id/${id}`, `${id}/`]) {
      expect((await test.call('GET', `/api/sponsor_in_sponsor_line/${path}`)).body).toEqual(row);
    }
    expectDetail(await test.call('GET', '/api/sponsor_in_sponsor_line/ain1'), 422);
  });
});
