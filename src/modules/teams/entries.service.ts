import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import { explaining } from '#platform/database/constraints.js';
import { EntriesRepository } from './entries.repository.js';
import type { EntryRow, EntryValues } from './entry.row.js';

/** Which teams are entered for which tournaments; a team once for each. */
@Injectable()
export class EntriesService {
  constructor(private readonly entries: EntriesRepository) {}

  /** All entries in the order they were made. */
  list(): Promise<EntryRow[]> {
    return this.entries.list();
  }

  /** Throws NotFound. */
  async get(id: number): Promise<EntryRow> {
    return found(await this.entries.find(id), id);
  }

  /** Throws NotFound. */
  async getPair(teamId: number, tournamentId: number): Promise<EntryRow> {
    return found(await this.entries.findPair(teamId, tournamentId), pair(teamId, tournamentId));
  }

  /** Enters a team. Throws NotFound for the team or the tournament, Conflict when it is entered already. */
  register(teamId: number, tournamentId: number): Promise<EntryRow> {
    return explaining({ ...missing(teamId, tournamentId), ...doubled(teamId, tournamentId) }, () =>
      this.entries.insert({ teamId, tournamentId }),
    );
  }

  /** Enters a team unless it is entered already. Throws NotFound for the team or the tournament. */
  ensure(teamId: number, tournamentId: number): Promise<void> {
    return explaining(missing(teamId, tournamentId), () => this.entries.ensure({ teamId, tournamentId }));
  }

  /** Gives an entry another team or tournament. Throws NotFound; Conflict for an entry there is already. */
  async update(id: number, values: Partial<EntryValues>): Promise<EntryRow> {
    const { teamId, tournamentId } = { ...(await this.get(id)), ...withoutUndefined(values) };
    const explanations = { ...unknown(teamId, tournamentId), ...doubled(teamId, tournamentId) };
    return found(await explaining(explanations, () => this.entries.update(id, values)), id);
  }

  /** The team is out of the tournament; its matches stay. Throws NotFound when it was not entered. */
  async withdraw(teamId: number, tournamentId: number): Promise<void> {
    if (await this.entries.deletePair(teamId, tournamentId)) return;
    throw new NotFound('Team in tournament', pair(teamId, tournamentId));
  }

  /** Throws NotFound. */
  async delete(id: number): Promise<void> {
    if (!(await this.entries.delete(id))) throw new NotFound('Team in tournament', id);
  }
}

const pair = (teamId: number, tournamentId: number): string => `${teamId}in${tournamentId}`;

function found(entry: EntryRow | undefined, id: number | string): EntryRow {
  if (!entry) throw new NotFound('Team in tournament', id);
  return entry;
}

const missing = (teamId: number, tournamentId: number) => ({
  team_tournament_team_id_foreign: () => new NotFound('Team', teamId),
  team_tournament_tournament_id_foreign: () => new NotFound('Tournament', tournamentId),
});

/** Where the entry itself is what is asked for, what it refers to is a matter of its values. */
const unknown = (teamId: number, tournamentId: number) => ({
  team_tournament_team_id_foreign: () =>
    new Conflict('UNKNOWN_REFERENCE', `Team ${teamId} does not exist`, { field: 'teamId', id: teamId }),
  team_tournament_tournament_id_foreign: () =>
    new Conflict('UNKNOWN_REFERENCE', `Tournament ${tournamentId} does not exist`, {
      field: 'tournamentId',
      id: tournamentId,
    }),
});

const doubled = (teamId: number, tournamentId: number) => ({
  team_tournament_unique: () =>
    new Conflict('TEAM_ALREADY_ENTERED', `Team ${teamId} is already in tournament ${tournamentId}`, {
      teamId,
      tournamentId,
    }),
});

const withoutUndefined = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
