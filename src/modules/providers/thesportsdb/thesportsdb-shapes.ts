import type { Shape } from '../answers/shape.js';

/** The fields of a team that are used; there are some sixty more. */
export const TEAM_SEARCH_SHAPE: Shape = {
  'teams?': [
    {
      idTeam: 'text',
      strTeam: 'text',
      'strTeamAlternate?': 'text',
      strSport: 'text',
      'strGender?': 'text',
      strCountry: 'text',
      'strBadge?': 'text',
      '*?': 'any',
    },
  ],
};
