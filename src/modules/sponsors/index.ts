// Owns sponsors, sponsor lines and who is in them.
// Promises that a sponsor is in a line once, and that what is deleted is shown nowhere any more.
// Listens to nothing.
export { SponsorsModule } from './sponsors.module.js';
export { SponsorsService } from './sponsors.service.js';
export { sponsorJson, sponsorLineJson } from './sponsor-json.js';
export { SponsorLinesService } from './sponsor-lines.service.js';
export type {
  NewSponsor,
  PlacedSponsor,
  PlacementRow,
  PlacementValues,
  SponsorLineOrder,
  SponsorLineRow,
  SponsorLineValues,
  SponsorOrder,
  SponsorRow,
  SponsorValues,
} from './sponsor.row.js';
