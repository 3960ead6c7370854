import { Body, Delete, Get, Inject, Post, Put, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
} from '@nestjs/swagger';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { AdminOnly, Public, Write } from './statsboards.access.js';
import { StatsboardsController } from './statsboards.controller-decorator.js';
import { PathNumber } from './statsboards.ids.js';
import { statsboardsPipe } from './statsboards.pipe.js';
import { DetailResponse, ErrorResponse } from './statsboards.schema.js';

/** What a domain service must offer to be a plain resource. Each method throws NotFound for an id there is none of. */
export interface CrudService<Row, New, Changes> {
  list(visibility: Visibility): Promise<Row[]>;
  get(id: number, visibility: Visibility): Promise<Row>;
  create(values: New, visibility: Visibility): Promise<Row>;
  /** Undefined values stay as they are. */
  update(id: number, values: Changes, visibility: Visibility): Promise<Row>;
  delete(id: number): Promise<void>;
}

export interface CrudResource<Row, New, View, Changes = Partial<New>> {
  /** Below `/api`. */
  path: string;
  tag: string;
  /** What the answer to DELETE calls it: `Sport` in `Sport 1 deleted successfully`. */
  noun: string;
  service: Type<CrudService<Row, New, Changes>>;
  createBody: Type<{ values(): New }>;
  updateBody: Type<{ values(): Changes }>;
  viewType: Type<View>;
  view(this: void, row: Row): View;
}

/** The five verbs of a plain resource. Anything else a resource can do belongs to a controller of its own. */
export function crudController<Row, New, View, Changes = Partial<New>>(
  resource: CrudResource<Row, New, View, Changes>,
): Type {
  const { path, tag, noun, view, viewType, createBody, updateBody } = resource;
  const BY_ID = ['id/:item_id', ':item_id'];
  const ItemId = (): MethodDecorator => ApiParam({ name: 'item_id', type: 'integer' });
  const NotFound = (): MethodDecorator => ApiNotFoundResponse({ type: ErrorResponse });
  const InConflict = (): MethodDecorator =>
    ApiConflictResponse({ description: 'A duplicate, or a reference to what does not exist', type: ErrorResponse });

  @StatsboardsController({ path, tag })
  class CrudController {
    constructor(@Inject(resource.service) readonly service: CrudService<Row, New, Changes>) {}

    @Public()
    @Get()
    @ApiOperation({ summary: `All of ${path}` })
    @ApiOkResponse({ type: [viewType] })
    async list(@Sees() visibility: Visibility): Promise<View[]> {
      return (await this.service.list(visibility)).map((row) => view(row));
    }

    @Public()
    @Get(BY_ID)
    @ApiOperation({ summary: `${noun} by id` })
    @ItemId()
    @ApiOkResponse({ type: viewType })
    @NotFound()
    async get(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<View> {
      return view(await this.service.get(id, visibility));
    }

    @Write()
    @Post()
    @ApiOperation({ summary: `Create: ${noun}` })
    @ApiBody({ type: createBody })
    @ApiOkResponse({ type: viewType })
    @InConflict()
    async create(
      @Body(statsboardsPipe(createBody)) body: { values(): New },
      @Sees() visibility: Visibility,
    ): Promise<View> {
      return view(await this.service.create(body.values(), visibility));
    }

    @Write()
    @Put(BY_ID)
    @ApiOperation({ summary: `Change: ${noun}`, description: 'Absent fields stay; null clears' })
    @ItemId()
    @ApiBody({ type: updateBody })
    @ApiOkResponse({ type: viewType })
    @NotFound()
    @InConflict()
    async update(
      @PathNumber('item_id') id: number,
      @Body(statsboardsPipe(updateBody)) body: { values(): Changes },
      @Sees() visibility: Visibility,
    ): Promise<View> {
      return view(await this.service.update(id, body.values(), visibility));
    }

    @AdminOnly()
    @Delete(BY_ID)
    @ApiOperation({ summary: `Delete: ${noun}` })
    @ItemId()
    @ApiOkResponse({ type: DetailResponse })
    @NotFound()
    async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
      await this.service.delete(id);
      return { detail: `${noun} ${id} deleted successfully` };
    }
  }
  Object.defineProperty(CrudController, 'name', { value: `${noun.replace(/\W/g, '')}CrudController` });
  return CrudController;
}
