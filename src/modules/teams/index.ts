// Owns teams and their entries for tournaments.
// Promises that every team has a code, and one meaning of taking part: entered, or having a match.
// Listens to nothing.
export { TeamsModule } from './teams.module.js';
export { TeamsService } from './teams.service.js';
export { TeamLoader } from './team.loader.js';
export { TeamObject } from './team.object.js';
export type { TeamFilter, TeamPosition, TeamRow } from './team.row.js';
