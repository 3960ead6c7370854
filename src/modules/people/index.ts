// Owns persons, their players in each sport, and the rosters of tournaments.
// Promises that a person plays a sport once and a player is in a tournament once; plays outlive the players they name.
// Listens to nothing.
export { CareersService } from './careers.service.js';
export { PeopleModule } from './people.module.js';
export { PersonsService } from './persons.service.js';
export { PlayerListsService } from './player-lists.service.js';
export { PlayersService } from './players.service.js';
export { RostersService } from './rosters.service.js';
export type { PersonFilter, PersonOrder, PersonRow, PersonValues } from './person.row.js';
export type {
  FullPlayer,
  NamedPlayer,
  PlayerFilter,
  PlayerOrder,
  PlayerRow,
  PlayerValues,
  PlayerWithPerson,
} from './player.row.js';
export type {
  Career,
  FullEntry,
  ListedEntry,
  ListedPlayer,
  NamedEntry,
  PlayerInTournament,
  RosterEntryRow,
  RosterEntryValues,
  RosterFilter,
  RosterOrder,
  RosterPosition,
  RosterTeam,
  RosterTournament,
} from './roster-entry.row.js';
