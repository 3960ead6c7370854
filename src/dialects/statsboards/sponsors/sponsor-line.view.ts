import { ApiProperty } from '@nestjs/swagger';
import type { PlacementRow, SponsorLineRow } from '#modules/sponsors/index.js';

export class SponsorLineView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ type: 'string', nullable: true, example: 'Premier Sponsors' })
  title: string | null;

  @ApiProperty({ type: 'boolean', nullable: true, example: true })
  is_visible: boolean | null;
}

export const sponsorLineView = ({ id, title, isVisible }: SponsorLineRow): SponsorLineView => ({
  id,
  title,
  is_visible: isVisible,
});

export class WrappedSponsorLineView {
  @ApiProperty({ type: [SponsorLineView], description: 'One' })
  data: SponsorLineView[];

  @ApiProperty({ example: 'SponsorLine ID: 1' })
  title: string;

  @ApiProperty({ example: 'SponsorLine' })
  item_type: string;
}

export const wrappedSponsorLineView = (line: SponsorLineRow): WrappedSponsorLineView => ({
  data: [sponsorLineView(line)],
  title: `SponsorLine ID: ${line.id}`,
  item_type: 'SponsorLine',
});

export class SponsorInLineView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ type: 'integer', example: 1 })
  sponsor_id: number;

  @ApiProperty({ type: 'integer', example: 1 })
  sponsor_line_id: number;

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  position: number | null;
}

export const sponsorInLineView = ({ id, sponsorId, sponsorLineId, position }: PlacementRow): SponsorInLineView => ({
  id,
  sponsor_id: sponsorId,
  sponsor_line_id: sponsorLineId,
  position,
});
