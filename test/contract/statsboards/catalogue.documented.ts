/** What the document says of settings, seasons, sports, positions and teams in tournaments. */
export interface CatalogueRoute {
  method: string;
  path: string;
  /** Whether the document wants an administrator. */
  admin?: true;
  status: number;
  /** 500 is left out: it is what must not happen. */
  errors: readonly number[];
  answer?: unknown;
}

const metadata = {
  page: 1,
  items_per_page: 20,
  total_items: 1,
  total_pages: 1,
  has_next: false,
  has_previous: false,
};
const setting = {
  id: 1,
  key: 'theme.default',
  value: 'dark',
  value_type: 'string',
  category: 'ui',
  description: 'Default application theme',
  updated_at: '2024-01-15T10:30:00Z',
};
const season = { id: 2, year: 2024, description: '2024 Season', iscurrent: true };
const sport = { id: 1, title: 'American Football', description: 'American football rules and gameplay' };
const position = { id: 1, title: 'Quarterback', sport_id: 1 };
const tournament = { id: 5, title: 'Premier League 2024', season_id: 2, sport_id: 1 };
const teamOfSport = { id: 10, title: 'Manchester United', sport_id: 1 };
const team = {
  id: 1,
  team_eesl_id: 12345,
  title: 'Manchester United',
  city: 'Manchester',
  description: 'Premier League football club',
  team_logo_url: 'https://example.com/logos/manchester-united.png',
  team_logo_icon_url: 'https://example.com/icons/manchester-united-icon.png',
  team_logo_web_url: 'https://example.com/web/manchester-united.png',
  team_color: '#DA291C',
  sponsor_line_id: null,
  main_sponsor_id: 5,
  sport_id: 1,
};
const entry = { id: 1, tournament_id: 5, team_id: 10 };
const match = {
  id: 100,
  tournament_id: 5,
  team_home_id: 10,
  team_away_id: 11,
  match_date: '2024-01-15T19:00:00Z',
  score_home: 2,
  score_away: 1,
};
const deleted = { detail: 'Season 2 deleted successfully' };
const page = (item: object) => ({ data: [item], metadata });

/** Null where a row has none. */
export const NULLABLE = [
  'category',
  'description',
  'team_eesl_id',
  'city',
  'team_logo_url',
  'team_logo_icon_url',
  'team_logo_web_url',
  'main_sponsor_id',
  'score_home',
  'score_away',
];

const open = (method: string, path: string, errors: number[], answer: unknown, status = 200): CatalogueRoute => ({
  method,
  path,
  status,
  errors,
  answer,
});

const admin = (method: string, path: string, errors: number[], answer: unknown, status = 200): CatalogueRoute => ({
  ...open(method, path, [401, 403, ...errors], answer, status),
  admin: true,
});

export const CATALOGUE_ROUTES: readonly CatalogueRoute[] = [
  open('GET', '/api/settings/grouped', [], { data: [{ category: 'ui', settings: [setting] }] }),
  open('GET', '/api/settings/category/{category}', [], [setting]),
  open('GET', '/api/settings/value/{key}', [404], { value: 'dark' }),
  admin('POST', '/api/settings/', [422], setting, 201),
  admin('PUT', '/api/settings/{item_id}/', [404, 422], setting),
  admin('DELETE', '/api/settings/id/{model_id}', [], deleted),
  open('GET', '/api/settings/seasons/', [], [season]),
  open('GET', '/api/settings/seasons/id/{item_id}/', [404], season),
  open('POST', '/api/settings/seasons/', [422], season),
  open('PUT', '/api/settings/seasons/{item_id}/', [404, 422], season),
  open('DELETE', '/api/settings/seasons/id/{model_id}', [404], deleted),
  open('GET', '/api/seasons/', [], [season]),
  open('GET', '/api/seasons/paginated', [422], page(season)),
  open('GET', '/api/seasons/id/{item_id}/', [404], season),
  open('GET', '/api/seasons/year/{season_year}', [404], season),
  open('GET', '/api/seasons/id/{item_id}/sports/id/{sport_id}/tournaments', [], [tournament]),
  open('GET', '/api/seasons/year/{year}/tournaments', [], [tournament]),
  open('GET', '/api/seasons/year/{year}/sports/id/{sport_id}/tournaments', [], [tournament]),
  open('GET', '/api/seasons/year/{year}/teams', [], [teamOfSport]),
  open('GET', '/api/seasons/year/{year}/matches', [], [match]),
  open('POST', '/api/seasons/', [400, 422], season),
  open('PUT', '/api/seasons/{item_id}/', [404, 409, 422], season),
  admin('DELETE', '/api/seasons/id/{model_id}', [], deleted),
  open('GET', '/api/tournaments/id/{tournament_id}/teams/', [], [team]),
  open('GET', '/api/tournaments/id/{tournament_id}/teams/paginated', [400, 404], page(team)),
  open('GET', '/api/tournaments/id/{tournament_id}/teams/available', [], [team]),
  open('GET', '/api/team_in_tournament/tournament/id/{tournament_id}/teams', [], [team]),
  open('POST', '/api/team_in_tournament/{team_id}in{tournament_id}', [409], entry),
  open('GET', '/api/team_in_tournament/{team_id}in{tournament_id}', [404], entry),
  open('PUT', '/api/team_in_tournament/{item_id}/', [404, 422], entry),
  open('DELETE', '/api/team_in_tournament/{team_id}in{tournament_id}', [], null, 204),
  open('POST', '/api/sports/', [400, 409], sport),
  open('PUT', '/api/sports/{item_id}/', [404], sport),
  open('GET', '/api/sports/id/{item_id}/', [404], { content: sport, status_code: 200, success: true }),
  open('GET', '/api/sports/', [], [sport]),
  open('GET', '/api/sports/paginated', [422], page(sport)),
  open('GET', '/api/sports/id/{sport_id}/tournaments', [], [tournament]),
  open('GET', '/api/sports/id/{sport_id}/teams', [], [teamOfSport]),
  open('GET', '/api/sports/id/{sport_id}/positions', [], [position]),
  open('GET', '/api/sports/id/{sport_id}/teams/paginated', [422], page(teamOfSport)),
  admin('DELETE', '/api/sports/id/{model_id}', [404], deleted),
  open('POST', '/api/positions/', [400, 409], position),
  open('PUT', '/api/positions/{item_id}/', [404], position),
  open('GET', '/api/positions/title/{item_title}/', [404], position),
  admin('DELETE', '/api/positions/id/{model_id}', [404], deleted),
];
