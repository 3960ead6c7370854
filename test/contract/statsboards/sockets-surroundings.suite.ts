import { describe, expect, it } from 'vitest';
import { GraphqlSocket } from '../../support/graphql-socket.js';
import type { StatsboardsApp } from './boot.js';
import type { Message } from './socket-client.js';
import { SocketStage, type Watched } from './socket-stage.js';

type Sponsors = { main_sponsor: Row | null; sponsor_line: (Row & { sponsors: { sponsor: Row }[] }) | null };
type Row = Record<string, unknown>;
interface Told extends Message {
  data: {
    match: { tournament: Row | null } & Sponsors;
    sponsors_data: { match: Sponsors; tournament: Sponsors };
    teams_data: { team_a: Row; team_b: Row };
    scoreboard_data: Row;
  };
}

/** What a match is shown with, and is no row of it; part of sockets.spec.ts, whose application it uses. */
export function surroundingsOverSockets(app: () => StatsboardsApp): void {
  const stage = new SocketStage(app);
  const write = async (method: string, path: string, body?: object): Promise<Row & { id: number }> => {
    const answer = await app().call<Row & { id: number }>(method, `/api/${path}`, body ? { body } : {});
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  /** Does something, and returns the first message of the type that fits. */
  async function toldAfter(
    { client }: Watched,
    act: () => Promise<unknown>,
    fits: (told: Told['data']) => boolean,
    type = 'match-update',
  ) {
    client.forget();
    await act();
    return client.next<Told>((message) => message.type === type && fits((message as Told).data));
  }

  describe('what a match is shown with', () => {
    it('is told anew when a team is renamed, recoloured or given a logo', async () => {
      const watched = await stage.watched();
      await stage.addPlayer(watched.matchId, watched.homeId);
      await watched.client.nextOf('players-update');
      const changes = { title: 'Renamed', team_color: '#00ff00', team_logo_url: '/static/uploads/new.png' };
      const { data } = await toldAfter(
        watched,
        () => write('PUT', `teams/${watched.homeId}/`, changes),
        ({ teams_data }) => teams_data.team_a['title'] === 'Renamed',
      );
      expect(data.teams_data.team_a).toMatchObject({ id: watched.homeId, ...changes });
      expect(data.match['title' as never]).toMatch(/^Renamed vs /);
      const players = await watched.client.nextOf<Message & { data: { players: { team: Row }[] } }>('players-update');
      expect(players.data.players[0]!.team).toMatchObject(changes);
      await watched.client.close();
    });

    it('is told anew when its sponsors, or those of its tournament, change in any way', async () => {
      const watched = await stage.watched();
      const { matchId } = watched;
      await stage.addPlayer(matchId, watched.homeId);
      const [cup] = (await stage.sql('select max(id) as id from tournament')) as [{ id: number }];
      const line = await write('POST', 'sponsor_lines/', { title: 'Line' });
      const [bank, brewer] = [
        await write('POST', 'sponsors/', { title: 'Bank' }),
        await write('POST', 'sponsors/', { title: 'Brewer' }),
      ];
      const lineOf = ({ sponsors_data }: Told['data']) => sponsors_data.match.sponsor_line;
      const membersOf = (told: Told['data']) =>
        lineOf(told)
          ?.sponsors.map(({ sponsor }) => sponsor['title'])
          .join();
      const ofCup = ({ sponsors_data }: Told['data']) => sponsors_data.tournament;
      const steps: [method: string, path: string, body: object | undefined, fits: (told: Told['data']) => boolean][] = [
        [
          'PUT',
          `matches/${matchId}/`,
          { tournament_id: cup.id, sponsor_line_id: line.id },
          (told) => lineOf(told)?.['title'] === 'Line' && told.match.tournament?.['id'] === cup.id,
        ],
        ['POST', `sponsor_in_sponsor_line/${bank.id}in${line.id}`, undefined, (told) => membersOf(told) === 'Bank'],
        ['PUT', `sponsors/${bank.id}/`, { title: 'Old Bank' }, (told) => membersOf(told) === 'Old Bank'],
        ['PUT', `sponsor_lines/${line.id}/`, { is_visible: true }, (told) => lineOf(told)?.['is_visible'] === true],
        [
          'PUT',
          `tournaments/${cup.id}/`,
          { main_sponsor_id: brewer.id, sponsor_line_id: line.id },
          (told) => ofCup(told).main_sponsor?.['title'] === 'Brewer' && ofCup(told).sponsor_line?.['id'] === line.id,
        ],
      ];
      for (const [method, path, body, fits] of steps) {
        // The newest client reads sponsors in this message only.
        await toldAfter(watched, () => write(method, path, body), fits, 'initial-load');
        await watched.client.nextOf('message-update');
      }
      await watched.client.close();
    });

    it('is told anew when the preset of its sport says something else, or the sport has another', async () => {
      const watched = await stage.watched();
      const sport = await write('POST', 'sports/', { title: `Sport of ${watched.matchId}` });
      const preset = await write('POST', 'sport-scoreboard-presets/', { title: `Of ${watched.matchId}` });
      await stage.sql('update team set sport_id = $2 where id = $1', [watched.homeId, sport.id]);
      const follower = await (await GraphqlSocket.open(app().host)).init();
      follower.subscribe('a', `subscription { scoreboard(matchId: ${watched.matchId}) { scoreboard { pointSteps } } }`);
      const steps: [path: string, body: object, expected: object][] = [
        [`sports/${sport.id}/`, { scoreboard_preset_id: preset.id }, { quick_score_deltas: [6, 3, 2, 1, -1] }],
        [
          `sport-scoreboard-presets/${preset.id}/`,
          { quick_score_deltas: [5, 2], scoreboard_goal_text: 'TRY' },
          { quick_score_deltas: [5, 2], scoreboard_goal_text: 'TRY', has_timeouts: true },
        ],
        [`sport-scoreboard-presets/${preset.id}/`, { has_timeouts: false }, { has_timeouts: false }],
        [`sports/${sport.id}/`, { scoreboard_preset_id: null }, { scoreboard_goal_text: 'TOUCHDOWN' }],
      ];
      for (const [path, body, expected] of steps) {
        const { data } = await toldAfter(
          watched,
          () => write('PUT', path, body),
          ({ scoreboard_data }) =>
            Object.entries(expected).every(
              ([name, value]) => JSON.stringify(scoreboard_data[name]) === JSON.stringify(value),
            ),
        );
        expect(data.scoreboard_data).toMatchObject({ match_id: watched.matchId, ...expected });
      }
      await follower.next(({ payload }) => JSON.stringify(payload ?? '').includes('"pointSteps":[5,2]'));
      follower.socket.close();
      await watched.client.close();
    });
  });
}
