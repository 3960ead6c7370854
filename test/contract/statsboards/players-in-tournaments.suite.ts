import { describe, expect, it } from 'vitest';
import type { StatsboardsApp } from './boot.js';
import type { Entry, Page, People, Person } from './people.rows.js';
import { expectDetail } from './route-checks.js';
import type { SignedUp } from './sign-up.js';

/** What the tests use once it is made. */
interface Stage {
  test: () => StatsboardsApp;
  admin: () => SignedUp;
  people: () => People;
}

/** Who plays for whom in a tournament; part of people-rules.spec.ts, whose application it uses. */
export function playersInTournaments({ test, admin, people }: Stage): void {
  const get = <T>(path: string): Promise<T> => people().get<T>(path);

  describe('players in tournaments', () => {
    it('are upserted by EESL id, or else by player and tournament; null clears, absent stays', async () => {
      const { tournamentId, teamIds, people: members } = await people().squad();
      const [{ playerId, entryId }, , , outside] = members;
      const body = { player_id: playerId, tournament_id: tournamentId, team_id: teamIds[1], player_number: '99' };
      const moved = await test().call<Entry>('POST', '/api/players_team_tournament/', { body });
      expect(moved.body).toMatchObject({ id: entryId, team_id: teamIds[1], player_number: '99' });
      const registered = await test().call<Entry>('POST', '/api/players_team_tournament/', {
        body: { ...body, player_id: outside.playerId, player_team_tournament_eesl_id: 501 },
      });
      const renumbered = await test().call<Entry>('POST', '/api/players_team_tournament/', {
        body: { player_id: outside.playerId, player_team_tournament_eesl_id: 501, player_number: '7', team_id: null },
      });
      expect(renumbered.body).toEqual({ ...registered.body, player_number: '7', team_id: null });
      expect(await get('/api/players_team_tournament/eesl_id/501')).toEqual(renumbered.body);
      expect(await get(`/api/players_team_tournament/id/${registered.body.id}/person/`)).toMatchObject({
        id: outside.personId,
      });
      const put = await test().call('PUT', `/api/players_team_tournament/${entryId}/`, { body: { position_id: null } });
      expect(put.body).toMatchObject({ position_id: null, team_id: teamIds[1] });
    });

    it.each([
      [{ player_id: undefined }, 'player_id'],
      [{ player_number: 'x'.repeat(11) }, 'player_number'],
      [{ team_id: 'x' }, 'team_id'],
    ])('422 names the field: %j', async (changed, field) => {
      const body = { player_id: 1, tournament_id: 1, ...changed };
      const answer = await test().call<{ errors: { field: string }[] }>('POST', '/api/players_team_tournament/', {
        body,
      });
      expectDetail(answer, 422);
      expect(answer.body.errors.map((error) => error.field)).toEqual([field]);
    });

    it('409 for what they name and there is none of, or a place that is taken', async () => {
      const { tournamentId, people: members } = await people().squad();
      const [{ playerId, entryId }, other] = members;
      const none = 2147483647;
      for (const changed of [{ player_id: none }, { tournament_id: none }, { team_id: none }, { position_id: none }]) {
        const body = { player_id: playerId, tournament_id: tournamentId, ...changed };
        expectDetail(await test().call('POST', '/api/players_team_tournament/', { body }), 409);
      }
      const path = `/api/players_team_tournament/${entryId}/`;
      expectDetail(await test().call('PUT', path, { body: { player_id: other.playerId } }), 409);
      expectDetail(await test().call('PUT', `/api/players_team_tournament/${none}/`, { body: {} }), 404);
      expectDetail(
        await test().call('DELETE', `/api/players_team_tournament/id/${none}`, { token: admin().token }),
        404,
      );
    });

    it('behaviour 35, 37, 40: lists by name; who could come; who has no team; all of them empty for none', async () => {
      const { tournamentId, people: members } = await people().squad();
      const base = `/api/tournaments/id/${tournamentId}/players`;
      const entries = await get<Entry[]>(`${base}/`);
      expect(entries.map(({ id }) => id)).toEqual(members.slice(0, 3).map(({ entryId }) => entryId));
      expect((await get<Person[]>(`${base}/available`)).map(({ id }) => id)).toEqual([members[3].playerId]);
      const { data } = await get<Page<Entry>>(`${base}/without-team`);
      expect(data.map(({ id }) => id)).toEqual([members[2].entryId]);
      const all = await get<(Person & { player_team_tournaments: Entry[] })[]>(`${base}/without-team/all`);
      expect(all).toMatchObject([{ id: members[2].playerId, player_team_tournaments: [{ id: members[2].entryId }] }]);
      for (const list of ['', '/available', '/without-team/all']) {
        expect(await get(`/api/tournaments/id/2147483647/players${list}`)).toEqual([]);
      }
    });

    it('lists of entries: plain, with names, with photos, whole; by team', async () => {
      const { tournamentId, teamIds, people: members } = await people().squad();
      const base = `/api/players_team_tournament/tournament/${tournamentId}/players/paginated`;
      const team = await get<{ title: string }>(`/api/teams/${teamIds[0]}`);
      const shapes = {
        '': { player_number: '12' },
        '/details': { team_title: team.title, position_title: expect.any(String) as string },
        '/details-with-photos': { person_photo_icon_url: '/static/uploads/persons/icons/123.jpg' },
        '/full-details': {
          player: { person: { id: members[0].personId } },
          team: { id: teamIds[0], title: team.title },
          tournament: { id: tournamentId },
        },
      };
      for (const [list, shape] of Object.entries(shapes)) {
        const page = await get<Page<Entry>>(`${base}${list}?items_per_page=2`);
        expect(page.data[0], list).toMatchObject({ id: members[0].entryId, ...shape });
        expect(page.metadata, list).toMatchObject({ total_items: 3, total_pages: 2, has_next: true });
        const ofTeam = await get<Page<Entry>>(
          `${base}${list}?team_title=${encodeURIComponent(team.title.toUpperCase())}`,
        );
        expect(ofTeam.data.map(({ id }) => id)).toContain(members[0].entryId);
        const none = await get<Page<Entry>>(`${base}${list}?search=nobody`);
        expect(none.metadata).toMatchObject({ total_items: 0, total_pages: 0 });
      }
      const roster = `/api/teams/id/${teamIds[0]}/tournament/id/${tournamentId}`;
      expect(await get(`${roster}/players/`)).toMatchObject([{ id: members[0].entryId }]);
      expect(await get(`${roster}/players_with_persons/`)).toMatchObject([
        {
          player_team_tournament: { id: members[0].entryId },
          person: { id: members[0].personId },
          position: { category: 'offense' },
        },
      ]);
    });

    it('stay in the tournament when their team is deleted', async () => {
      const { tournamentId, teamIds, people: members } = await people().squad();
      expect((await test().call('DELETE', `/api/teams/id/${teamIds[0]}`, { token: admin().token })).status).toBe(200);
      const { data } = await get<Page<Entry>>(`/api/tournaments/id/${tournamentId}/players/without-team`);
      expect(data.map(({ id }) => id)).toEqual([members[0].entryId, members[2].entryId]);
    });
  });
}
