import type { Matches } from './matches.rows.js';
import type { DocumentedCall, DocumentedCalls } from './route-checks.js';

const PATH = '/api/matches/';
const PLAYERS = '/api/players_match/';

/** For each documented route a call that succeeds, on a match of its own. */
export function matchCalls(made: () => Matches): DocumentedCalls {
  /** Calls that change something get a match, or a player, of their own. */
  const ofMatch = (path: (id: number) => string, body?: object) => async (): Promise<DocumentedCall> => {
    const { id } = body || path(0).endsWith('/id/0') ? await made().match() : (await made().shared()).match;
    return { path: path(id), ...(body ? { body } : {}) };
  };
  const inMatch = (rest: string) => ofMatch((id) => `${PATH}id/${id}/${rest}`);
  const ofPlayer = (path: (id: number) => string, body?: object) => async (): Promise<DocumentedCall> => {
    const isOwn = body !== undefined || path(0).endsWith('/id/0');
    const { id } = isOwn ? await made().player((await made().match()).id) : (await made().shared()).player;
    return { path: path(id), ...(body ? { body } : {}) };
  };
  const inTournament = (rest: string) => async (): Promise<DocumentedCall> => {
    await made().shared();
    return { path: `/api/tournaments/id/${(await made().playing()).tournamentId}/${rest}` };
  };
  return {
    'GET /api/matches/': ofMatch(() => PATH),
    'POST /api/matches/': async () => ({ path: PATH, body: await made().body() }),
    'POST /api/matches/add': async () => ({ path: `${PATH}add`, body: await made().body() }),
    'POST /api/matches/create_with_full_data/': async () => ({
      path: `${PATH}create_with_full_data/`,
      body: await made().body(),
    }),
    'GET /api/matches/{item_id}/': ofMatch((id) => `${PATH}${id}/`),
    'GET /api/matches/id/{item_id}/': ofMatch((id) => `${PATH}id/${id}/`),
    'GET /api/matches/eesl_id/{eesl_id}/': async () => ({
      path: `${PATH}eesl_id/${String((await made().shared()).match['match_eesl_id'])}/`,
    }),
    'PUT /api/matches/{item_id}/': ofMatch((id) => `${PATH}${id}/`, { week: 2 }),
    'DELETE /api/matches/id/{item_id}': ofMatch((id) => `${PATH}id/${id}`),
    'GET /api/matches/paginated': ofMatch(() => `${PATH}paginated?week=1`),
    'GET /api/matches/with-details/paginated': ofMatch(
      () => `${PATH}with-details/paginated?order_by=week&order_by_two=match_date&search=team&ascending=false`,
    ),
    'GET /api/matches/id/{match_id}/with-details/': inMatch('with-details/'),
    'GET /api/matches/id/{match_id}/sport/': inMatch('sport/'),
    'GET /api/matches/id/{match_id}/teams/': inMatch('teams/'),
    'GET /api/matches/id/{match_id}/home_away_teams/': inMatch('home_away_teams/'),
    'GET /api/matches/id/{match_id}/sponsor_line': inMatch('sponsor_line'),
    'GET /api/matches/id/{match_id}/match_data/': inMatch('match_data/'),
    'GET /api/matches/id/{match_id}/gameclock/': inMatch('gameclock/'),
    'GET /api/matches/id/{match_id}/playclock/': inMatch('playclock/'),
    'GET /api/matches/id/{match_id}/scoreboard_data/': inMatch('scoreboard_data/'),
    'GET /api/matches/all/data/': ofMatch(() => `${PATH}all/data/`),
    'GET /api/matches/id/{match_id}/data/': inMatch('data/'),
    'GET /api/matches/id/{match_id}/scoreboard/full_data/': inMatch('scoreboard/full_data/'),
    'GET /api/matches/id/{match_id}/scoreboard/full_data/scoreboard_settings/': inMatch(
      'scoreboard/full_data/scoreboard_settings/',
    ),
    'GET /api/tournaments/id/{tournament_id}/matches/all/data/': inTournament('matches/all/data/'),
    'GET /api/tournaments/id/{tournament_id}/matches_full_data/page/{page}/items_per_page/{items_per_page}/order_one/{order_exp}/order_two/{order_exp_two}':
      inTournament('matches_full_data/page/1/items_per_page/5/order_one/week/order_two/id'),
    'GET /api/players_match/': ofPlayer(() => PLAYERS),
    'POST /api/players_match/': async () => ({
      path: PLAYERS,
      body: await made().playerBody((await made().match()).id),
    }),
    'GET /api/players_match/{item_id}/': ofPlayer((id) => `${PLAYERS}${id}/`),
    'GET /api/players_match/id/{item_id}': ofPlayer((id) => `${PLAYERS}id/${id}`),
    'GET /api/players_match/eesl_id/{eesl_id}': async () => ({
      path: `${PLAYERS}eesl_id/${String((await made().shared()).player['player_match_eesl_id'])}`,
    }),
    'PUT /api/players_match/{item_id}/': ofPlayer((id) => `${PLAYERS}${id}/`, { match_number: '7' }),
    'DELETE /api/players_match/id/{item_id}': ofPlayer((id) => `${PLAYERS}id/${id}`),
    'GET /api/players_match/id/{item_id}/player_in_sport/': ofPlayer((id) => `${PLAYERS}id/${id}/player_in_sport/`),
    'GET /api/players_match/id/{item_id}/player_in_team_tournament/': ofPlayer(
      (id) => `${PLAYERS}id/${id}/player_in_team_tournament/`,
    ),
    'GET /api/players_match/id/{item_id}/full_data/': ofPlayer((id) => `${PLAYERS}id/${id}/full_data/`),
  };
}
