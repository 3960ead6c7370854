import { Migration } from '@mikro-orm/migrations';

/** One index per name: "in the first or the second name" asks two indexes, and cannot ask one of both columns. */
export class Migration0011PersonSearch extends Migration {
  override up(): void {
    this.addSql('drop index "person_names_trgm";');
    this.addSql('create index "person_first_name_trgm" on "person" using gin ("first_name" gin_trgm_ops);');
    this.addSql('create index "person_second_name_trgm" on "person" using gin ("second_name" gin_trgm_ops);');
  }
}
