/** A sponsor as the sponsors' rows are. */
export const sponsorJson = (sponsor: string): string =>
  `jsonb_build_object('id', ${sponsor}.id, 'title', ${sponsor}.title, 'logoUrl', ${sponsor}.logo_url,
                      'scaleLogo', ${sponsor}.scale_logo)`;

/** A sponsor line as the sponsors' rows are. */
export const sponsorLineJson = (line: string): string =>
  `jsonb_build_object('id', ${line}.id, 'title', ${line}.title, 'isVisible', ${line}.is_visible)`;
