import { ApiProperty } from '@nestjs/swagger';
import type { EntryRow } from '#modules/teams/index.js';
import { viewOf, type WireNames } from '../wire-names.js';

/** A team in a tournament. */
export class EntryView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ type: 'integer', example: 5 })
  tournament_id: number;

  @ApiProperty({ type: 'integer', example: 10 })
  team_id: number;
}

export const ENTRY_NAMES: WireNames<EntryView, EntryRow> = {
  id: 'id',
  tournament_id: 'tournamentId',
  team_id: 'teamId',
};

export const entryView = (entry: EntryRow): EntryView => viewOf(ENTRY_NAMES, entry);
