import type { CatalogueRoute } from './catalogue.documented.js';

const metadata = {
  page: 1,
  items_per_page: 20,
  total_items: 1,
  total_pages: 1,
  has_next: false,
  has_previous: false,
};
const person = {
  id: 123,
  person_eesl_id: null,
  first_name: 'John',
  second_name: 'Doe',
  person_photo_url: '/static/uploads/persons/photos/123.jpg',
  person_photo_icon_url: '/static/uploads/persons/icons/123.jpg',
  person_photo_web_url: '/static/uploads/persons/web/123.jpg',
  person_dob: '1990-01-15T00:00:00',
};
const info = {
  id: 10,
  player_team_tournament_eesl_id: 12345,
  player_number: '12',
  team_id: 5,
  team_title: 'Team A',
  position_id: 3,
  position_title: 'Quarterback',
  tournament_id: 2,
};
const details = {
  id: 1,
  sport_id: 1,
  person_id: 123,
  player_eesl_id: 98765,
  first_name: 'Ivan',
  second_name: 'Ivanov',
  player_team_tournaments: [info],
};
const player = { id: 456, person_id: 123, sport_id: 1, player_eesl_id: null, isprivate: false, user_id: 5 };
const assignment = {
  id: 101,
  team_id: 1,
  team_title: 'FC Barcelona',
  position_id: 3,
  position_title: 'Forward',
  player_number: '10',
  tournament_id: 5,
  tournament_title: 'La Liga 2024',
  season_id: 2,
  season_year: 2024,
};
const career = {
  career_by_team: [{ team_id: 1, team_title: 'FC Barcelona', assignments: [assignment] }],
  career_by_tournament: [
    { tournament_id: 5, tournament_title: 'La Liga 2024', season_id: 2, season_year: 2024, assignments: [assignment] },
  ],
};
const withPerson = { id: 789, sport_id: 1, person_id: 123, player_eesl_id: 98765, person };
const team = {
  id: 5,
  team_eesl_id: 1001,
  title: 'Team Alpha',
  city: 'Boston',
  description: 'Professional sports team',
  team_logo_url: '/static/uploads/teams/logos/5.jpg',
  team_logo_icon_url: '/static/uploads/teams/icons/5.jpg',
  team_logo_web_url: '/static/uploads/teams/web/5.jpg',
  team_color: '#FF0000',
  sport_id: 1,
};
const position = { id: 3, title: 'Quarterback', category: 'offense', sport_id: 1 };
const fullEntry = {
  id: 10,
  player_team_tournament_eesl_id: 12345,
  player_id: 789,
  team_id: 5,
  position_id: 3,
  tournament_id: 2,
  player_number: '12',
  player: withPerson,
  team,
  position,
};
const withoutTeam = {
  id: 1,
  player_team_tournament_eesl_id: null,
  player_id: 789,
  position_id: null,
  team_id: null,
  tournament_id: 5,
  player_number: '12',
  first_name: 'John',
  second_name: 'Doe',
  team_title: null,
  position_title: null,
};

/** Null where a row has none. */
export const NULLABLE = [
  'team_id',
  'team_title',
  'team',
  'position_id',
  'position_title',
  'position',
  'player_team_tournament_eesl_id',
  'player_eesl_id',
  'user_id',
  'team_eesl_id',
  'team_logo_url',
  'category',
  'city',
];

const page = (item: object) => ({ data: [item], metadata });
const route = (method: string, path: string, errors: number[], answer: unknown): CatalogueRoute => ({
  method,
  path,
  status: 200,
  errors,
  answer,
});

/** What the document says of persons, players and who plays in a tournament. 500 is left out. */
export const PEOPLE_ROUTES: readonly CatalogueRoute[] = [
  route('GET', '/api/persons/not-in-sport/{sport_id}/all', [], [person]),
  route('GET', '/api/persons/not-in-sport/{sport_id}', [400], page(person)),
  route('GET', '/api/players/paginated/details', [400, 404], page(details)),
  route('POST', '/api/players/add-person-to-sport', [404, 409], player),
  route('DELETE', '/api/players/remove-person-from-sport/personid/{person_id}/sportid/{sport_id}', [404], {
    success: true,
    message: 'Player removed from sport',
  }),
  route('GET', '/api/players/id/{player_id}/career', [404], career),
  route('GET', '/api/players/id/{player_id}/in-tournament/{tournament_id}', [404], {
    id: 1,
    sport_id: 1,
    person,
    sport: { id: 1, title: 'Football' },
    tournament_assignment: {
      team_id: 5,
      team_title: 'FC Barcelona',
      position_id: 3,
      position_title: 'Forward',
      player_number: '10',
      tournament_title: 'La Liga 2024',
      tournament_year: '2024',
      tournament_id: 2,
    },
    ...career,
  }),
  route('GET', '/api/tournaments/id/{tournament_id}/players/', [], [fullEntry]),
  route('GET', '/api/tournaments/id/{tournament_id}/players/paginated', [400, 404], page(details)),
  route('GET', '/api/tournaments/id/{tournament_id}/players/available', [], [withPerson]),
  route('GET', '/api/tournaments/id/{tournament_id}/players/without-team', [400, 404], page(withoutTeam)),
  route(
    'GET',
    '/api/tournaments/id/{tournament_id}/players/without-team/all',
    [],
    [{ ...details, player_team_tournaments: [] }],
  ),
  route(
    'GET',
    '/api/sports/id/{sport_id}/players',
    [],
    [{ id: 100, first_name: 'Tom', second_name: 'Brady', sport_id: 1 }],
  ),
];
