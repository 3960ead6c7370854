import { Migration } from '@mikro-orm/migrations';

export class Migration0010PlayClientId extends Migration {
  override up(): void {
    // What a scorer's device calls a play that it records, so that one sent again is not recorded twice.
    this.addSql('alter table football_event add column client_id varchar(64) null;');
    this.addSql(
      'alter table football_event add constraint football_event_match_id_client_id_unique unique (match_id, client_id);',
    );
  }
}
