import { ApiClient } from '#modules/access/api-client.entity.js';
import { ApiKey } from '#modules/access/api-key.entity.js';
import { PlanUsage } from '#modules/access/plan-usage.entity.js';
import { Role } from '#modules/accounts/role.entity.js';
import { UserRole } from '#modules/accounts/user-role.entity.js';
import { User } from '#modules/accounts/user.entity.js';
import { Competition } from '#modules/competitions/competition.entity.js';
import { Position } from '#modules/competitions/position.entity.js';
import { Season } from '#modules/competitions/season.entity.js';
import { SportScoreboardPreset } from '#modules/competitions/sport-scoreboard-preset.entity.js';
import { Sport } from '#modules/competitions/sport.entity.js';
import { Tournament } from '#modules/competitions/tournament.entity.js';
import { ExternalRef } from '#modules/imports/external-ref.entity.js';
import { GameClock } from '#modules/live/game-clock.entity.js';
import { PlayClock } from '#modules/live/play-clock.entity.js';
import { Scoreboard } from '#modules/live/scoreboard.entity.js';
import { MatchData } from '#modules/matches/match-data.entity.js';
import { MatchJournal } from '#modules/matches/match-journal.entity.js';
import { MatchStatLine } from '#modules/matches/match-stat-line.entity.js';
import { Match } from '#modules/matches/match.entity.js';
import { PlayerMatch } from '#modules/matches/player-match.entity.js';
import { Person } from '#modules/people/person.entity.js';
import { PlayerTeamTournament } from '#modules/people/player-team-tournament.entity.js';
import { Player } from '#modules/people/player.entity.js';
import { FootballEvent } from '#modules/plays/football-event.entity.js';
import { StatOverride } from '#modules/plays/stat-override.entity.js';
import { ModelVersion } from '#modules/predictions/model-version.entity.js';
import { Odds } from '#modules/predictions/odds.entity.js';
import { PredictionEvaluation } from '#modules/predictions/prediction-evaluation.entity.js';
import { PredictionRequest } from '#modules/predictions/prediction-request.entity.js';
import { Prediction } from '#modules/predictions/prediction.entity.js';
import { ProviderResource } from '#modules/providers/ingestion/provider-resource.entity.js';
import { GlobalSetting } from '#modules/settings/global-setting.entity.js';
import { SponsorLine } from '#modules/sponsors/sponsor-line.entity.js';
import { SponsorSponsorLine } from '#modules/sponsors/sponsor-sponsor-line.entity.js';
import { Sponsor } from '#modules/sponsors/sponsor.entity.js';
import { TeamTournament } from '#modules/teams/team-tournament.entity.js';
import { Team } from '#modules/teams/team.entity.js';
import { MatchEvent } from '#modules/tracking/match-event.entity.js';
import { PlayerPerformance } from '#modules/tracking/player-performance.entity.js';
import { WebhookDelivery } from '#modules/webhooks/webhook-delivery.entity.js';
import { Webhook } from '#modules/webhooks/webhook.entity.js';

/** Every table of the product. The one place that names entities across modules. */
export const entities = [
  ApiClient,
  ApiKey,
  Competition,
  ExternalRef,
  FootballEvent,
  GameClock,
  GlobalSetting,
  Match,
  MatchData,
  MatchEvent,
  MatchJournal,
  MatchStatLine,
  ModelVersion,
  Odds,
  Person,
  PlanUsage,
  PlayClock,
  Player,
  PlayerMatch,
  PlayerPerformance,
  PlayerTeamTournament,
  Position,
  Prediction,
  PredictionEvaluation,
  PredictionRequest,
  ProviderResource,
  Role,
  Scoreboard,
  Season,
  Sponsor,
  SponsorLine,
  SponsorSponsorLine,
  Sport,
  SportScoreboardPreset,
  StatOverride,
  Team,
  TeamTournament,
  Tournament,
  User,
  UserRole,
  Webhook,
  WebhookDelivery,
];
