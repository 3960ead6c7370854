import type { NewSponsor, SponsorValues } from '#modules/sponsors/index.js';
import { NumberField, TextField } from '../statsboards.fields.js';

class SponsorFields {
  @TextField({
    max: 255,
    optional: true,
    nullable: true,
    default: '',
    example: '/static/uploads/sponsors/logos/acme.png',
  })
  logo_url?: string | null;

  @NumberField({ optional: true, nullable: true, default: 1, example: 1.5 })
  scale_logo?: number | null;
}

export class SponsorCreateBody extends SponsorFields {
  @TextField({ max: 50, example: 'Acme Corp' })
  title: string;

  values(): NewSponsor {
    const { title, logo_url: logoUrl, scale_logo: scaleLogo } = this;
    return { title, logoUrl, ...(scaleLogo === undefined ? {} : { scaleLogo }) };
  }
}

export class SponsorUpdateBody extends SponsorFields {
  @TextField({ max: 50, optional: true, example: 'Updated Acme Corp' })
  title?: string;

  values(): Partial<SponsorValues> {
    return { title: this.title, logoUrl: this.logo_url, scaleLogo: this.scale_logo };
  }
}
