import { Migration } from '@mikro-orm/migrations';

export class Migration0008LivePlay extends Migration {
  override up(): void {
    // A paused clock has used up part of the second it shows.
    for (const table of ['gameclock', 'playclock']) {
      this.addSql(`alter table ${table} add column fraction_ms int not null default 0;`);
    }
    // What the documented columns cannot say of a play: shared sacks, laterals, first downs as the officials gave them,
    // and the seconds that were left in the period.
    this.addSql(
      `alter table football_event add column credits jsonb null, add column first_downs int null,
       add column game_clock int null;`,
    );
  }
}
