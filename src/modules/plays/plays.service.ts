import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound } from '#core/kernel/domain-error.js';
import type { Visibility } from '#platform/auth/caller.js';
import { explaining } from '#platform/database/constraints.js';
import { KeptMatches } from './kept-matches.js';
import { KeptPlays } from './kept-plays.js';
import { MatchChangesRepository } from './match-changes.repository.js';
import { PLAYER_FIELDS, type PlayRow } from './play.row.js';
import { PlaysRepository } from './plays.repository.js';

export type PlayValues = Partial<Omit<PlayRow, 'id'>>;

/** Matches whose plays are kept in memory; the one asked for longest ago goes first. */
const KEPT_MATCHES = 100;

/** Plays of American football as they are recorded. */
@Injectable()
export class PlaysService {
  readonly #kept: KeptMatches<KeptPlays>;

  constructor(
    private readonly plays: PlaysRepository,
    changes: MatchChangesRepository,
  ) {
    this.#kept = new KeptMatches(changes, (matchId) => this.#read(matchId), KEPT_MATCHES);
  }

  /** @throws NotFound, also for one of a match the caller may not see */
  async get(id: number, visibility: Visibility): Promise<PlayRow> {
    const found = await this.plays.find(id, visibility);
    if (found === undefined) throw new NotFound('FootballEvent', id);
    return found;
  }

  /** Those of the plays that there are. */
  async listByIds(ids: readonly number[]): Promise<PlayRow[]> {
    return this.plays.listByIds(ids);
  }

  /**
   * Plays of a match in the order they were made; none for a match without plays. They are kept by the match's version: a
   * play that has not changed is the same object each time.
   */
  async listByMatch(matchId: number): Promise<readonly PlayRow[]> {
    return (await this.#kept.get(matchId))?.plays ?? [];
  }

  /** @throws Invalid when it has no match; Conflict when it names a match, team or player that does not exist. */
  async record(values: PlayValues): Promise<PlayRow> {
    if (values.matchId === undefined) throw new Invalid('matchId', 'matchId must say which match the play belongs to');
    return explained(values, () => this.plays.insert(values));
  }

  /** Changes what is given. @throws NotFound; Conflict when it names a match, team or player that does not exist. */
  async correct(id: number, values: PlayValues): Promise<PlayRow> {
    const corrected = await explained(values, () => this.plays.update(id, values));
    if (corrected === undefined) throw new NotFound('FootballEvent', id);
    return corrected;
  }

  /** Takes a play out of the match. @throws NotFound */
  async void(id: number): Promise<void> {
    if (!(await this.plays.delete(id))) throw new NotFound('FootballEvent', id);
  }

  async #read(matchId: number): Promise<KeptPlays | undefined> {
    const found = await this.plays.listByMatch(matchId);
    return found && new KeptPlays(found);
  }
}

const column = (field: string): string => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

const unknown = (what: string, field: string, id: number | null | undefined) => (): Error =>
  new Conflict('UNKNOWN_REFERENCE', `${what} ${id} does not exist`, { field, id: id ?? null });

function explained<T>(values: PlayValues, work: () => Promise<T>): Promise<T> {
  const players = PLAYER_FIELDS.map((field): [string, () => Error] => [
    `football_event_${column(field)}_foreign`,
    unknown('Player match', field, values[field]),
  ]);
  return explaining(
    {
      ...Object.fromEntries(players),
      football_event_match_id_foreign: unknown('Match', 'matchId', values.matchId),
      football_event_offense_team_foreign: unknown('Team', 'offenseTeam', values.offenseTeam),
    },
    work,
  );
}
