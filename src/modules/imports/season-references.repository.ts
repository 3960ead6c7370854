import type { Client } from 'pg';
import type { SeasonRecord, SportKind } from '#core/season/season-record.js';
import { teamCode } from '#core/soccer/team-code.js';
import { reserveIds } from './copy.repository.js';
import type { SeasonIds } from './external-ids.js';
import { SPORT_DEFAULTS } from './sport-defaults.js';
import { inTransaction } from './transaction.repository.js';

/** What the matches of a season refer to. */
export interface SeasonReferences {
  tournamentId: number;
  /** By title. */
  teamIds: ReadonlyMap<string, number>;
}

export interface EnsuredReferences extends SeasonReferences {
  newTeams: number;
  newTournaments: number;
}

/** Creation of what several seasons share is rare and short, so one lock for everybody is enough. */
const LOCK = `select pg_advisory_xact_lock(hashtextextended('touchline import: references', 0))`;

/**
 * Finds tournament and teams of a season and creates what is missing, committed before any match, so that seasons loaded
 * side by side find each other's teams. A team plays in the tournament from here on.
 */
export async function ensureReferences(
  client: Client,
  season: SeasonRecord,
  ids: SeasonIds,
  titles: readonly string[],
): Promise<EnsuredReferences> {
  const found = await findReferences(client, season, ids, titles);
  if (found) return { ...found, newTeams: 0, newTournaments: 0 };
  return inTransaction(client, async () => {
    await client.query(LOCK);
    const sportId = await ensureSport(client, season.competition.sport);
    const competitionId = await ensureCompetition(client, season, ids, sportId);
    const tournament = await ensureTournament(client, season, ids, sportId, competitionId);
    const { teamIds, newTeams } = await ensureTeams(client, season, ids, sportId, titles);
    await client.query(
      `insert into team_tournament (tournament_id, team_id)
       select $1, t.id from unnest($2::int[]) t (id)
       where not exists (select from team_tournament where tournament_id = $1 and team_id = t.id)
       on conflict do nothing`,
      [tournament.id, [...teamIds.values()]],
    );
    return { tournamentId: tournament.id, teamIds, newTeams, newTournaments: tournament.created ? 1 : 0 };
  });
}

/** The references when nothing is missing, team_tournament rows included. */
async function findReferences(
  client: Client,
  { source }: SeasonRecord,
  ids: SeasonIds,
  titles: readonly string[],
): Promise<SeasonReferences | null> {
  const tournamentId = await findOne(client, source, 'tournament', ids.tournament);
  if (tournamentId === null) return null;
  const teamIds = await findTeams(client, source, ids, titles);
  if (teamIds.size < titles.length) return null;
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from team_tournament where tournament_id = $1 and team_id = any ($2)',
    [tournamentId, [...teamIds.values()]],
  );
  return rows[0].count === new Set(teamIds.values()).size ? { tournamentId, teamIds } : null;
}

/** A sport of that kind, else one of that title, which gets the kind unless it has one; else a new one. */
async function ensureSport(client: Client, kind: SportKind): Promise<number> {
  const { title, preset } = SPORT_DEFAULTS[kind];
  const found = await client.query<{ id: number; kind: string }>(
    'select id, kind from sport where kind = $1 or title = $2 order by kind = $1 desc, id limit 1',
    [kind, title],
  );
  if (found.rows.length > 0) {
    const [sport] = found.rows;
    if (sport.kind === 'other') await client.query('update sport set kind = $2 where id = $1', [sport.id, kind]);
    return sport.id;
  }
  const columns = Object.keys(preset);
  const { rows } = await client.query<{ id: number }>(
    `with preset as (
       insert into sport_scoreboard_preset (${columns.join(', ')})
       values (${columns.map((_, index) => `$${index + 3}`).join(', ')}) returning id
     )
     insert into sport (title, kind, scoreboard_preset_id) select $1, $2, id from preset returning id`,
    [title, kind, ...Object.values(preset)],
  );
  return rows[0].id;
}

async function ensureCompetition(
  client: Client,
  { source, competition: { title, country } }: SeasonRecord,
  ids: SeasonIds,
  sportId: number,
): Promise<number> {
  const found = await findOne(client, source, 'competition', ids.competition);
  if (found !== null) return found;
  const { rows } = await client.query<{ id: number }>(
    'insert into competition (sport_id, title, country) values ($1, $2, $3) returning id',
    [sportId, title, country],
  );
  await remember(client, source, 'competition', [ids.competition], [rows[0].id]);
  return rows[0].id;
}

async function ensureTournament(
  client: Client,
  { source, competition, year }: SeasonRecord,
  ids: SeasonIds,
  sportId: number,
  competitionId: number,
): Promise<{ id: number; created: boolean }> {
  const found = await findOne(client, source, 'tournament', ids.tournament);
  if (found !== null) return { id: found, created: false };
  await client.query('insert into season (year) values ($1) on conflict (year) do nothing', [year]);
  const { rows: created } = await client.query<{ id: number }>(
    `insert into tournament (title, season_id, sport_id, competition_id)
     select $1, id, $3, $4 from season where year = $2
     on conflict (competition_id, season_id) do nothing returning id`,
    [competition.title, year, sportId, competitionId],
  );
  const { rows } = await client.query<{ id: number }>(
    `select t.id from tournament t join season s on s.id = t.season_id where t.competition_id = $1 and s.year = $2`,
    [competitionId, year],
  );
  await remember(client, source, 'tournament', [ids.tournament], [rows[0].id]);
  return { id: rows[0].id, created: created.length > 0 };
}

async function ensureTeams(
  client: Client,
  { source }: SeasonRecord,
  ids: SeasonIds,
  sportId: number,
  titles: readonly string[],
): Promise<{ teamIds: Map<string, number>; newTeams: number }> {
  const teamIds = await findTeams(client, source, ids, titles);
  const missing = titles.filter((title) => !teamIds.has(title));
  if (missing.length === 0) return { teamIds, newTeams: 0 };
  const newIds = await reserveIds(client, 'team', missing.length);
  await client.query(
    `insert into team (id, title, code, sport_id)
     select id, title, code, $4 from unnest($1::int[], $2::text[], $3::text[]) t (id, title, code)`,
    [newIds, missing, missing.map(teamCode), sportId],
  );
  await remember(client, source, 'team', missing.map(ids.team), newIds);
  missing.forEach((title, index) => teamIds.set(title, newIds[index]));
  return { teamIds, newTeams: missing.length };
}

type Kind = 'competition' | 'tournament' | 'team';

async function findTeams(client: Client, source: string, ids: SeasonIds, titles: readonly string[]) {
  const byExternalId = await findAll(client, source, 'team', titles.map(ids.team));
  const teamIds = new Map<string, number>();
  for (const title of titles) {
    const id = byExternalId.get(ids.team(title));
    if (id !== undefined) teamIds.set(title, id);
  }
  return teamIds;
}

async function findOne(client: Client, source: string, kind: Kind, externalId: string): Promise<number | null> {
  return (await findAll(client, source, kind, [externalId])).get(externalId) ?? null;
}

/** Only what still exists: a reference outlives the row it points at. */
async function findAll(
  client: Client,
  source: string,
  kind: Kind,
  externalIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await client.query<{ external_id: string; id: number }>(
    `select r.external_id, t.id from external_ref r join ${kind} t on t.id = r.internal_id
     where r.source = $1 and r.kind = $2 and r.external_id = any ($3)`,
    [source, kind, externalIds],
  );
  return new Map(rows.map(({ external_id, id }) => [external_id, id]));
}

async function remember(
  client: Client,
  source: string,
  kind: Kind,
  externalIds: readonly string[],
  internalIds: readonly number[],
): Promise<void> {
  await client.query(
    `insert into external_ref (source, kind, external_id, internal_id)
     select $1, $2, external_id, internal_id from unnest($3::text[], $4::int[]) t (external_id, internal_id)
     on conflict (source, kind, external_id) do update set internal_id = excluded.internal_id`,
    [source, kind, externalIds, internalIds],
  );
}
