import { ApiProperty } from '@nestjs/swagger';
import type { PlacedSponsor, SponsorLineRow, SponsorRow } from '#modules/sponsors/index.js';
import { sponsorLineView, SponsorLineView } from './sponsor-line.view.js';
import { placedSponsorView, PlacedSponsorView, sponsorView, SponsorView } from './sponsor.view.js';

/** Who pays for a match or a tournament. */
export interface Sponsoring {
  mainSponsor: SponsorRow | null;
  line: (SponsorLineRow & { sponsors: readonly PlacedSponsor[] }) | null;
}

export class LineMemberView {
  @ApiProperty({ type: PlacedSponsorView })
  sponsor: PlacedSponsorView;

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  position: number | null;
}

export class FullSponsorLineView extends SponsorLineView {
  @ApiProperty({ type: [LineMemberView], description: 'In the order of the line' })
  sponsors: LineMemberView[];
}

export class SponsoringView {
  @ApiProperty({ type: SponsorView, nullable: true })
  main_sponsor: SponsorView | null;

  @ApiProperty({ type: FullSponsorLineView, nullable: true })
  sponsor_line: FullSponsorLineView | null;
}

export const lineMemberView = (sponsor: PlacedSponsor): LineMemberView => ({
  sponsor: placedSponsorView(sponsor),
  position: sponsor.position,
});

export const sponsoringView = ({ mainSponsor, line }: Sponsoring): SponsoringView => ({
  main_sponsor: mainSponsor && sponsorView(mainSponsor),
  sponsor_line: line && { ...sponsorLineView(line), sponsors: line.sponsors.map(lineMemberView) },
});
