import { Migration } from '@mikro-orm/migrations';

/** What was asked of providers, when, and what of the answers has no table of its own. */
export class Migration0004ProviderResources extends Migration {
  override up(): void {
    this.addSql(
      'create table "provider_resource" ("source" varchar(32) not null, "kind" varchar(32) not null, "external_id" varchar(255) not null, "fetched_at" timestamptz null, "fresh_until" timestamptz null, "failed_at" timestamptz null, "data" jsonb null, primary key ("source", "kind", "external_id"));',
    );
  }
}
