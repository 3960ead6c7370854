import { type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { BooleanField, IntField, TextField } from './statsboards.fields.js';

/** Offsets stay within what the database counts. */
const LAST_PAGE = 10_000_000;

export class PageQuery {
  @IntField({ min: 1, max: LAST_PAGE, optional: true, default: 1, description: 'Page, from 1' })
  page = 1;

  @IntField({ min: 1, max: 100, optional: true, default: 20 })
  items_per_page = 20;

  @TextField({ optional: true, description: 'First column of the order; one that is unknown counts as absent' })
  order_by?: string;

  @TextField({ optional: true, description: 'Second column of the order' })
  order_by_two?: string;

  @BooleanField({ optional: true, default: true })
  ascending = true;

  @TextField({ max: 100, optional: true, description: 'Part of the text, in any case' })
  search?: string;
}

/** For resources with an owner. */
export class OwnedPageQuery extends PageQuery {
  @IntField({ optional: true, description: 'Only what this user owns' })
  user_id?: number;

  @BooleanField({ optional: true, description: 'Only private rows, or only public ones' })
  isprivate?: boolean;
}

/**
 * The stretch of a list that a query asks for. `fields` says which field a column name of the contract means; a name it
 * does not have falls back to the usual order.
 */
export function rangeOf<Field extends string>(
  query: PageQuery,
  fields: Readonly<Record<string, Field>>,
  [first, second]: readonly [NoInfer<Field>, NoInfer<Field>],
): SortedRange<Field> {
  const { page, items_per_page, order_by = '', order_by_two = '', ascending } = query;
  const fieldOf = (name: string, usual: Field): Field => (Object.hasOwn(fields, name) ? fields[name] : usual);
  return {
    limit: items_per_page,
    offset: (page - 1) * items_per_page,
    orderBy: [fieldOf(order_by, first), fieldOf(order_by_two, second)],
    ascending,
  };
}

export class PageMetadata {
  @ApiProperty({ type: 'integer', example: 1 })
  page: number;

  @ApiProperty({ type: 'integer', example: 20 })
  items_per_page: number;

  @ApiProperty({ type: 'integer', example: 1 })
  total_items: number;

  @ApiProperty({ type: 'integer', example: 1, description: '0 when there is nothing' })
  total_pages: number;

  @ApiProperty({ example: false })
  has_next: boolean;

  @ApiProperty({ example: false })
  has_previous: boolean;
}

export interface PageView<View> {
  data: View[];
  metadata: PageMetadata;
}

export function pageView<Row, View>(
  { items, total }: Listing<Row>,
  { page, items_per_page }: PageQuery,
  view: (row: Row) => View,
): PageView<View> {
  const totalPages = Math.ceil(total / items_per_page);
  return {
    data: items.map(view),
    metadata: {
      page,
      items_per_page,
      total_items: total,
      total_pages: totalPages,
      has_next: page < totalPages,
      has_previous: page > 1,
    },
  };
}

/** The class of a page of `item`, for the documentation: `@ApiOkResponse({ type: PageOf(SportView) })`. */
export function PageOf<View>(item: Type<View>): Type<PageView<View>> {
  class Page implements PageView<View> {
    @ApiProperty({ type: [item] })
    data: View[];

    @ApiProperty({ type: PageMetadata })
    metadata: PageMetadata;
  }
  Object.defineProperty(Page, 'name', { value: `PageOf${item.name}` });
  return Page;
}
