// The contract of StatsBoards below /api. A resource is added like this (roles are the model):
//
// 1. The domain module gets the service methods; its index.ts exports the service and the types of its rows.
//    Services throw DomainErrors; one that the document answers with 400 goes into BAD_REQUESTS (statsboards.errors.ts).
// 2. <thing>.body.ts: a class per body, made of the fields of statsboards.fields.ts, in snake case. `optional` may be
//    absent, `nullable` may be null. Fields that are not in the class are dropped.
// 3. <thing>.view.ts: a class with @ApiProperty for the answer, and a pure function from the row to it.
//    Moments: withoutZone() where the document shows six digits and no zone, else rfc3339() (statsboards.dates.ts).
// 4. <things>.controller.ts, in the folder of its subject: @StatsboardsController({ path, tag }); every method says who may call it:
//    @Public(), @Write() (left open by the document), @AdminOnly() or @SignedIn() (statsboards.access.ts).
//    Numbers in the path: @PathNumber('item_id') id: number; texts: @PathText('category'); queries: @Query() query: PageQuery.
//    POST answers 200 unless @HttpCode says otherwise; null is sent as JSON. Slashes at the end do not matter.
// 5. Lists in pages: PageQuery or OwnedPageQuery (extend them for filters), rangeOf() for the service, pageView() for the
//    answer, PageOf(View) for the documentation.
// 6. Rows with an owner: @Sees() visibility: Visibility goes to the service, whose repository adds
//    .when(visibility.onlyOwner, '(not t.isprivate or t.user_id = ?)'). @CurrentUser() gives the user who calls.
// 7. A resource that is nothing but the five verbs: crudController({...}) (statsboards.crud.ts); its bodies turn themselves
//    into domain values with values(). Special routes go into a second controller on the same path.
// 8. Add the module and the controllers below. Routes with a literal segment win over :item_id in any order.
import { Module } from '@nestjs/common';
import { StatsboardsLiveModule } from './live/statsboards-live.module.js';
import { AccountsModule } from '#modules/accounts/index.js';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { MatchesModule } from '#modules/matches/index.js';
import { PeopleModule } from '#modules/people/index.js';
import { SettingsModule } from '#modules/settings/index.js';
import { SponsorsModule } from '#modules/sponsors/index.js';
import { TeamsModule } from '#modules/teams/index.js';
import { UploadsModule } from '#modules/uploads/index.js';
import { AuthController } from './accounts/auth.controller.js';
import { OwnAccountController } from './accounts/own-account.controller.js';
import { PersonCrudController, PersonsController } from './people/persons.controller.js';
import { PlayerListsController } from './people/player-lists.controller.js';
import {
  PlayerTeamTournamentCrudController,
  PlayersTeamTournamentController,
} from './people/players-team-tournament.controller.js';
import { PlayerCrudController, PlayersController } from './people/players.controller.js';
import { RosterListsController } from './people/roster-lists.controller.js';
import { SponsorInSponsorLineController } from './sponsors/sponsor-in-sponsor-line.controller.js';
import { SponsorLinesController } from './sponsors/sponsor-lines.controller.js';
import { SponsorsController } from './sponsors/sponsors.controller.js';
import { SportPlayersController } from './people/sport-players.controller.js';
import { TeamPlayersController } from './people/team-players.controller.js';
import { TournamentPlayersController } from './people/tournament-players.controller.js';
import { RolesController } from './accounts/roles.controller.js';
import { PositionsController, PositionsCrudController } from './catalogue/positions.controller.js';
import { PresetsCrudController, PresetSportsController } from './catalogue/presets.controller.js';
import { SeasonListsController } from './catalogue/season-lists.controller.js';
import { SeasonsController } from './catalogue/seasons.controller.js';
import { SettingsSeasonsController } from './settings/settings-seasons.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { SportListsController } from './catalogue/sport-lists.controller.js';
import { SportsController } from './catalogue/sports.controller.js';
import { TeamInTournamentController } from './catalogue/team-in-tournament.controller.js';
import { TeamListsController } from './catalogue/team-lists.controller.js';
import { TeamsController } from './catalogue/teams.controller.js';
import { TournamentListsController } from './catalogue/tournament-lists.controller.js';
import { TournamentMoveController } from './catalogue/tournament-move.controller.js';
import { TournamentSponsorsController } from './sponsors/tournament-sponsors.controller.js';
import { TournamentsController, TournamentsCrudController } from './catalogue/tournaments.controller.js';
import { shapeStatsboardsErrors } from './statsboards.errors.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UsersController } from './accounts/users.controller.js';

@Module({
  imports: [
    AccountsModule,
    CompetitionsModule,
    MatchesModule,
    PeopleModule,
    SettingsModule,
    SponsorsModule,
    TeamsModule,
    UploadsModule,
    StatsboardsLiveModule,
  ],
  controllers: [
    AuthController,
    PersonCrudController,
    PersonsController,
    PlayerCrudController,
    PlayerListsController,
    PlayerTeamTournamentCrudController,
    PlayersController,
    PlayersTeamTournamentController,
    RosterListsController,
    SponsorInSponsorLineController,
    SponsorLinesController,
    SponsorsController,
    SportPlayersController,
    TeamPlayersController,
    TournamentPlayersController,
    OwnAccountController,
    RolesController,
    PositionsController,
    PositionsCrudController,
    PresetsCrudController,
    PresetSportsController,
    SeasonListsController,
    SeasonsController,
    SettingsSeasonsController,
    SettingsController,
    SportListsController,
    SportsController,
    TeamInTournamentController,
    TeamListsController,
    TeamsController,
    TournamentListsController,
    TournamentMoveController,
    TournamentSponsorsController,
    TournamentsController,
    TournamentsCrudController,
    UploadsController,
    UsersController,
  ],
})
export class StatsboardsModule {
  constructor() {
    shapeStatsboardsErrors();
  }
}
