import type { PlacementValues, SponsorLineValues } from '#modules/sponsors/index.js';
import { BooleanField, IntField, TextField } from '../statsboards.fields.js';

/** Creating and changing take the same fields. */
export class SponsorLineBody {
  @TextField({ max: 50, optional: true, default: 'Sponsor Line', example: 'Premier Sponsors' })
  title?: string;

  @BooleanField({ optional: true, nullable: true, default: false, example: true })
  is_visible?: boolean | null;

  values(): Partial<SponsorLineValues> {
    return {
      ...(this.title === undefined ? {} : { title: this.title }),
      ...(this.is_visible === undefined ? {} : { isVisible: this.is_visible }),
    };
  }
}

export class SponsorInLineBody {
  @IntField({ optional: true, example: 2 })
  sponsor_id?: number;

  @IntField({ optional: true, example: 1 })
  sponsor_line_id?: number;

  @IntField({ optional: true, nullable: true, example: 3 })
  position?: number | null;

  values(): Partial<PlacementValues> {
    return { sponsorId: this.sponsor_id, sponsorLineId: this.sponsor_line_id, position: this.position };
  }
}
