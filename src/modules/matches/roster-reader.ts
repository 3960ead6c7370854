import type { JoinedRow } from '#platform/database/joined-row.js';
import type { AvailablePlayer, MatchPlayer } from './match-roster.row.js';
import { MEMBERSHIP, PERSON, PLAYER, POSITION, TEAM } from './roster-columns.js';

const OF_PLAYER = [MEMBERSHIP, PLAYER, PERSON].flatMap(({ columns }) => columns);
const PLAYER_AT = MEMBERSHIP.columns.length;
const PERSON_AT = PLAYER_AT + PLAYER.columns.length;
const PLACE_AT = OF_PLAYER.length;

/**
 * Lists of columns as the JSON of them, which costs the driver less than columns. Team and position only of the first
 * player who has them.
 */
export interface Listed {
  values: string;
  positionId: number | null;
  teamId: number | null;
  position: string | null;
  team: string | null;
}

const FIELDS = ['values', 'positionId', 'teamId', 'position', 'team'] as const satisfies readonly (keyof Listed)[];

const list = (columns: readonly string[]): string => `json_build_array(${columns.join(', ')})::text`;
const once = (id: string, columns: readonly string[]): string =>
  `case when ${id} is not null and row_number() over (partition by ${id}) = 1 then ${list(columns)} end`;

/** A player `p`, and what else of him is asked for. */
export const listed = (more: readonly string[] = []): string =>
  `${list([...OF_PLAYER, ...more])} as values, o.id as "positionId", t.id as "teamId",
   ${once('o.id', POSITION.columns)} as position, ${once('t.id', TEAM.columns)} as team`;

/** What the texts say, by the id. */
function partsOf<Part extends { id: number }>(texts: readonly (string | null)[], row: JoinedRow<Part>) {
  const said = texts.filter((text) => text !== null);
  const parts = said.map((text) => row.readList(JSON.parse(text) as unknown[], 0)!);
  return new Map<number | null, Part>(parts.map((part) => [part.id, part]));
}

/**
 * Players with what is theirs; those of one team, or at one position, have the same object of it.
 * @param more what there is of a player besides, from a place in the list on
 */
export function readRoster<Player extends AvailablePlayer | MatchPlayer>(
  rows: readonly Listed[],
  more: (values: readonly unknown[], from: number) => object = () => ({}),
): Player[] {
  const positions = partsOf(
    rows.map(({ position }) => position),
    POSITION,
  );
  const teams = partsOf(
    rows.map(({ team }) => team),
    TEAM,
  );
  return rows.map(({ values: text, positionId, teamId }) => {
    const values = JSON.parse(text) as unknown[];
    return {
      ...more(values, PLACE_AT),
      membership: MEMBERSHIP.readList(values, 0),
      player: PLAYER.readList(values, PLAYER_AT),
      person: PERSON.readList(values, PERSON_AT),
      position: positions.get(positionId) ?? null,
      team: teams.get(teamId) ?? null,
    } as unknown as Player;
  });
}

/** Matches whose rosters are kept in memory; the one asked for longest ago goes first. */
const KEPT_MATCHES = 100;

/** Rosters of matches as they were read last: one that says what it said then is the same list. */
export class KeptRosters<Player> {
  readonly #kept = new Map<number, { rows: readonly Listed[]; players: readonly Player[] }>();

  constructor(private readonly read: (rows: readonly Listed[]) => readonly Player[]) {}

  of(matchId: number, rows: readonly Listed[]): readonly Player[] {
    const known = this.#kept.get(matchId);
    const players = known !== undefined && isSame(known.rows, rows) ? known.players : this.read(rows);
    this.#kept.delete(matchId);
    this.#kept.set(matchId, { rows, players });
    if (this.#kept.size > KEPT_MATCHES) this.#kept.delete(this.#kept.keys().next().value!);
    return players;
  }
}

const isSame = (known: readonly Listed[], rows: readonly Listed[]): boolean =>
  known.length === rows.length &&
  rows.every((row, place) => FIELDS.every((field) => row[field] === known[place][field]));
