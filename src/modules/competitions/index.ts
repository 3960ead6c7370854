// Owns sports with their positions and presets, seasons, competitions and their tournaments.
// Promises lists in a stable order, one current season at most, and tournaments whose teams and players are of their sport after a move.
// Listens to nothing.
export { CompetitionsModule } from './competitions.module.js';
export { OwnedInput } from './owned.input.js';
export { missingReferences, STILL_USED } from './references.js';
export { seasonRow } from './seasons.repository.js';
export { sportKindSql, sportRow } from './sports.repository.js';
export { tournamentJson } from './tournament-records.repository.js';
export { PositionsService } from './positions.service.js';
export { PresetsService } from './presets.service.js';
export { SeasonsService } from './seasons.service.js';
export { SportsService } from './sports.service.js';
export { MembersInConflict, TournamentMoveService } from './tournament-move.service.js';
export { TournamentRecordsService } from './tournament-records.service.js';
export { TournamentsService } from './tournaments.service.js';
export { SportLoader } from './sport.loader.js';
export { TournamentLoader } from './tournament.loader.js';
export { PositionObject } from './position.object.js';
export { SportObject, SportKindEnum } from './sport.object.js';
export { TournamentConnectionObject, TournamentObject } from './tournament.object.js';
export { ClockDirectionEnum, PeriodModeEnum } from './preset.enums.js';
export { PRESET_DEFAULTS } from './preset-rules.js';
export { POSITION_CATEGORIES } from './position.row.js';
export {
  CLOCK_DIRECTIONS,
  INITIAL_TIME_MODES,
  ON_STOP_BEHAVIORS,
  PERIOD_CLOCK_VARIANTS,
  PERIOD_MODES,
} from './preset.row.js';
export type { CompetitionFilter, CompetitionRow, TournamentFilter } from './competition.row.js';
export type { NewPosition, PositionCategory, PositionRow, PositionValues } from './position.row.js';
export type { NewPreset, PresetRow, PresetValues } from './preset.row.js';
export type { NewSeason, SeasonOrder, SeasonRow, SeasonValues } from './season.row.js';
export type { NewSport, SportKind, SportOrder, SportRow, SportValues } from './sport.row.js';
export type { MoveConflicts, MoveReport, TournamentMove } from './tournament-move.row.js';
export type {
  NewTournament,
  TournamentOrder,
  TournamentRecord,
  TournamentRecordFilter,
  TournamentRow,
  TournamentValues,
} from './tournament.row.js';
