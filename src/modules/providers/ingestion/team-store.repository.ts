import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { teamCode } from '#core/soccer/team-code.js';
import type { UpstreamMatch, UpstreamTeam } from '../upstream.js';
import { isAbbreviation, learnFromFixtures, type NamedTeam, pairByName, sameName, squashName } from './team-names.js';
import { REAL, type StoredTournament, TournamentStoreRepository } from './tournament-store.repository.js';

interface ImportedTeam extends NamedTeam<number> {
  /** Has played in this competition, not only in this country. */
  isOfCompetition: boolean;
}

const MAX_TITLE = 50;
const DAY_MS = 86_400_000;

/** Every method belongs into a transaction that holds the lock of the references. */
@Injectable()
export class TeamStoreRepository {
  constructor(
    private readonly em: EntityManager,
    private readonly tournaments: TournamentStoreRepository,
  ) {}

  /** Ours by the provider's ids, of those that are known. */
  async find(source: string, externalIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.em.execute<{ externalId: string; id: number }[]>(
      `select r.external_id as "externalId", t.id from external_ref r join team t on t.id = r.internal_id
       where r.source = ? and r.kind = 'team' and ${REAL('r')}
         and r.external_id in (select jsonb_array_elements_text(?::jsonb))`,
      [source, JSON.stringify(externalIds)],
    );
    return new Map(rows.map(({ externalId, id }) => [externalId, id]));
  }

  /**
   * Which of ours the provider's teams are, as far as names and imported fixtures tell for certain. Teams of other
   * countries are never asked, for their clubs share names.
   */
  async recognise(
    tournament: StoredTournament,
    teams: readonly UpstreamTeam[],
    matches: readonly UpstreamMatch[],
    known: Map<string, number>,
    source: string,
  ): Promise<void> {
    const imported = await this.#listImported(tournament, source);
    if (imported.length === 0) return;
    const rounds = [
      { ours: imported.filter(({ isOfCompetition }) => isOfCompetition), same: sameName },
      { ours: imported, same: sameName },
      { ours: imported.filter(({ isOfCompetition }) => isOfCompetition), same: isAbbreviation },
    ];
    for (const { ours, same } of rounds) {
      const taken = new Set(known.values());
      const theirs = teams.filter(({ id }) => !known.has(id)).map((team) => ({ id: team.id, names: namesOf(team) }));
      const free = ours.filter(({ id }) => !taken.has(id));
      for (const [their, own] of pairByName(theirs, free, same)) known.set(their, own);
    }
    if (!tournament.isShared) return;
    learnFromFixtures(known, matches.map(dated), await this.#listFixtures(tournament.id, source));
  }

  async create(teams: readonly UpstreamTeam[], known: Map<string, number>): Promise<void> {
    const sportId = await this.tournaments.ensureSoccer();
    for (const team of teams) {
      if (known.has(team.id)) continue;
      const [{ id }] = await this.em.execute<[{ id: number }]>(
        'insert into team (title, code, sport_id) values (?, ?, ?) returning id',
        [titleOf(team), codeOf(team), sportId],
      );
      known.set(team.id, id);
    }
  }

  /** Remembers whose ids and names these are. */
  async remember(
    source: string,
    { country }: Pick<StoredTournament, 'country'>,
    teams: readonly UpstreamTeam[],
    known: ReadonlyMap<string, number>,
  ): Promise<void> {
    const refs = teams.flatMap((team) => {
      const teamId = known.get(team.id);
      return teamId === undefined ? [] : [{ team, teamId }];
    });
    await this.em.execute(
      `insert into external_ref (source, kind, external_id, internal_id)
       select ?, 'team', r.external_id, r.id from jsonb_to_recordset(?::jsonb) r (external_id text, id int)
       on conflict (source, kind, external_id) do update set internal_id = excluded.internal_id`,
      [source, JSON.stringify(refs.map(({ team, teamId }) => ({ external_id: team.id, id: teamId })))],
    );
    const names = refs.flatMap(({ team, teamId }) =>
      [...new Set(namesOf(team).map((name) => aliasId(name, country)))].map((name) => ({
        external_id: name,
        id: teamId,
      })),
    );
    // A name of two teams is nobody's: 0.
    await this.em.execute(
      `insert into external_ref (source, kind, external_id, internal_id)
       select ?, 'team-name', r.external_id, case when count(distinct r.id) = 1 then min(r.id) else 0 end
       from jsonb_to_recordset(?::jsonb) r (external_id text, id int) group by r.external_id
       on conflict (source, kind, external_id) do update
       set internal_id = case when external_ref.internal_id = excluded.internal_id then excluded.internal_id else 0 end`,
      [source, JSON.stringify(names)],
    );
  }

  /** The teams play in the tournament from here on. */
  async enter(tournamentId: number, teamIds: readonly number[]): Promise<void> {
    await this.em.execute(
      `insert into team_tournament (tournament_id, team_id)
       select ?::int, x::int from jsonb_array_elements_text(?::jsonb) x
       where not exists (select from team_tournament where tournament_id = ?::int and team_id = x::int)
       on conflict do nothing`,
      [tournamentId, JSON.stringify([...new Set(teamIds)]), tournamentId],
    );
  }

  /** Teams of imports in the tournament's competition and country that the provider has no id for yet. */
  #listImported({ competitionId, country }: StoredTournament, source: string): Promise<ImportedTeam[]> {
    return this.em.execute<ImportedTeam[]>(
      `select t.id, json_build_array(t.title) as names, bool_or(c.id = ?) as "isOfCompetition"
       from team t
       join team_tournament tt on tt.team_id = t.id
       join tournament x on x.id = tt.tournament_id
       join competition c on c.id = x.competition_id
       where (c.id = ? or c.country = ?::text)
         and exists (select from external_ref r where r.kind = 'team' and r.internal_id = t.id and r.source not in (?, 'demo'))
         and not exists (select from external_ref r where r.kind = 'team' and r.internal_id = t.id and r.source in (?, 'demo'))
       group by t.id`,
      [competitionId, competitionId, country, source, source],
    );
  }

  #listFixtures(tournamentId: number, source: string) {
    return this.em.execute<{ home: number; away: number; day: number }[]>(
      `select m.team_a_id as home, m.team_b_id as away, floor(extract(epoch from m.kickoff_at) / 86400)::int as day
       from match m where m.tournament_id = ? and m.kickoff_at is not null
         and not exists (select from external_ref r where r.source = ? and r.kind = 'match' and r.internal_id = m.id)`,
      [tournamentId, source],
    );
  }
}

/** Under which a name of a team is remembered. */
export const aliasId = (name: string, country: string | null): string =>
  `${country ?? ''}:${squashName(name)}`.slice(0, 255);

const namesOf = ({ name, shortName, officialName }: UpstreamTeam): string[] =>
  [name, shortName, officialName].filter((text): text is string => text !== null && squashName(text) !== '');

const titleOf = ({ id, name, shortName }: UpstreamTeam): string =>
  [name, shortName ?? ''].find((text) => text !== '' && [...text].length <= MAX_TITLE) ??
  ([...name].slice(0, MAX_TITLE).join('') || id.slice(0, MAX_TITLE));

const codeOf = (team: UpstreamTeam): string =>
  team.code !== null && /^[\p{L}\p{N}]{2,4}$/u.test(team.code) ? team.code : teamCode(titleOf(team));

const dated = ({ home, away, kickoffAt, localDate }: UpstreamMatch) => ({
  home: home.id,
  away: away.id,
  day: Math.floor(Date.parse(kickoffAt ?? localDate) / DAY_MS),
});
