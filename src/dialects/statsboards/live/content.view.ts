import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

/** The wrapper some answers of live resources wear. */
export interface Content<View> {
  content: View;
  status_code: 200;
  success: true;
  message?: string;
}

export function contentView<View>(content: View, message?: string): Content<View> {
  return { content, status_code: 200, success: true, ...(message === undefined ? {} : { message }) };
}

const documented = new Map<Type, Type>();

/** The wrapper for the documentation: `@ApiOkResponse({ type: ContentOf(GameClockView) })`. */
export function ContentOf<View>(view: Type<View>): Type<Content<View>> {
  const known = documented.get(view);
  if (known !== undefined) return known as Type<Content<View>>;
  class ContentResponse {
    @ApiProperty({ type: view })
    content: View;

    @ApiProperty({ example: 200 })
    status_code: 200;

    @ApiProperty({ example: true })
    success: true;

    @ApiProperty({ required: false, example: 'Game clock is already running' })
    message?: string;
  }
  Object.defineProperty(ContentResponse, 'name', { value: `${view.name}Content` });
  documented.set(view, ContentResponse);
  return ContentResponse;
}
