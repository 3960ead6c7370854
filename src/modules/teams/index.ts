// Owns teams and their entries for tournaments.
// Promises that every team has a code, is entered once for a tournament, and one meaning of taking part: entered, or having a match.
// Listens to nothing.
export { TeamsModule } from './teams.module.js';
export { EntriesService } from './entries.service.js';
export { DetailsService } from './details.service.js';
export { TeamRecordsService } from './team-records.service.js';
export { TeamsService } from './teams.service.js';
export { TeamLoader } from './team.loader.js';
export { TeamObject } from './team.object.js';
export type { TeamDetails, TournamentDetails } from './details.row.js';
export type { EntryRow, EntryValues } from './entry.row.js';
export type { NewTeam, TeamFilter, TeamOrder, TeamPageFilter, TeamPosition, TeamRow, TeamValues } from './team.row.js';
