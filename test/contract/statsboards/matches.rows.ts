import type { StatsboardsApp } from './boot.js';
import type { Catalogue } from './catalogue.rows.js';
import type { People, Squad } from './people.rows.js';

export type MatchBody = { id: number } & Record<string, unknown>;

let registered = 40_000;
/** A number of the league's register that nobody has. */
export const eeslId = (): number => ++registered;

/** A league that plays: its squads, sponsors, and a preset of its sport. */
export interface Playing extends Squad {
  sponsorId: number;
  lineId: number;
  presetId: number;
}

interface Shared {
  match: MatchBody;
  player: MatchBody;
}

/** Matches with their players, made through the contract. */
export class Matches {
  #playing: Promise<Playing> | undefined;
  #shared: Promise<Shared> | undefined;

  constructor(
    private readonly test: StatsboardsApp,
    private readonly make: Catalogue,
    private readonly people: People,
  ) {}

  /** Made once: most tests can share it. */
  playing(): Promise<Playing> {
    this.#playing ??= this.anotherLeague();
    return this.#playing;
  }

  /** A match with a player; made once, for those who only read. */
  shared(): Promise<Shared> {
    this.#shared ??= this.#share();
    return this.#shared;
  }

  async #share(): Promise<Shared> {
    const match = await this.match();
    return { match, player: await this.player(match.id, { player_match_eesl_id: eeslId() }) };
  }

  async anotherLeague(): Promise<Playing> {
    const squad = await this.people.squad();
    const { id: presetId } = await this.#post('sport-scoreboard-presets/', { title: this.make.name('Preset') });
    await this.test.call('PUT', `/api/sports/${squad.sportId}/`, { body: { scoreboard_preset_id: presetId } });
    const { id: sponsorId } = await this.#post('sponsors/', { title: 'Acme Corp', scale_logo: 1.5 });
    const { id: lineId } = await this.#post('sponsor_lines/', { title: 'Premier Sponsors', is_visible: true });
    await this.#post(`sponsor_in_sponsor_line/${sponsorId}in${lineId}`);
    return { ...squad, presetId, sponsorId, lineId };
  }

  async body(values: object = {}): Promise<Record<string, unknown>> {
    const { teamIds, tournamentId, sponsorId, lineId } = await this.playing();
    return {
      match_eesl_id: eeslId(),
      team_a_id: teamIds[0],
      team_b_id: teamIds[1],
      tournament_id: tournamentId,
      match_date: '2024-01-15T19:00:00',
      week: 1,
      main_sponsor_id: sponsorId,
      sponsor_line_id: lineId,
      ...values,
    };
  }

  async match(values: object = {}): Promise<MatchBody> {
    return this.#post('matches/', await this.body(values));
  }

  /** The home team's player in a match, with a play he has run. */
  async player(matchId: number, values: object = {}): Promise<MatchBody> {
    const player = await this.#post('players_match/', await this.playerBody(matchId, values));
    await this.#post('football_event/', { match_id: matchId, event_number: 1, run_player: player.id });
    return player;
  }

  async playerBody(matchId: number, values: object = {}): Promise<Record<string, unknown>> {
    const { teamIds, people, positionId } = await this.playing();
    return {
      match_id: matchId,
      team_id: teamIds[0],
      player_team_tournament_id: people[0].entryId,
      match_position_id: positionId,
      match_number: '12',
      is_starting: true,
      starting_type: 'offense',
      ...values,
    };
  }

  async #post(path: string, body?: object): Promise<MatchBody> {
    const answer = await this.test.call<MatchBody>('POST', `/api/${path}`, body ? { body } : {});
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}
