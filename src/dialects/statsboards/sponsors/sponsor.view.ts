import { ApiProperty } from '@nestjs/swagger';
import type { PlacedSponsor, SponsorRow } from '#modules/sponsors/index.js';

export class SponsorView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ example: 'Acme Corp' })
  title: string;

  @ApiProperty({ type: 'string', nullable: true, example: '/static/uploads/sponsors/logos/acme.png' })
  logo_url: string | null;

  @ApiProperty({ type: 'number', nullable: true, example: 1.5 })
  scale_logo: number | null;
}

export const sponsorView = ({ id, title, logoUrl, scaleLogo }: SponsorRow): SponsorView => ({
  id,
  title,
  logo_url: logoUrl,
  scale_logo: scaleLogo,
});

export class PlacedSponsorView extends SponsorView {
  @ApiProperty({ type: 'integer', nullable: true, example: 1, description: 'In the line' })
  position: number | null;
}

export const placedSponsorView = (sponsor: PlacedSponsor): PlacedSponsorView => ({
  ...sponsorView(sponsor),
  position: sponsor.position,
});

export class WrappedSponsorView {
  @ApiProperty({ type: [SponsorView], description: 'One' })
  data: SponsorView[];

  @ApiProperty({ example: 'Sponsor ID: 1' })
  title: string;

  @ApiProperty({ example: 'Sponsor' })
  item_type: string;
}

export const wrappedSponsorView = (sponsor: SponsorRow): WrappedSponsorView => ({
  data: [sponsorView(sponsor)],
  title: `Sponsor ID: ${sponsor.id}`,
  item_type: 'Sponsor',
});
