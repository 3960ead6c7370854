import { Body, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { RolesService } from '#modules/accounts/index.js';
import { RoleCreateBody, RoleUpdateBody } from './role.body.js';
import { roleView, RoleView } from './role.view.js';
import { AdminOnly, Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, PageQuery, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';

const BY_ID = ['id/:item_id', ':item_id'];
const ORDER = { id: 'id', name: 'name', description: 'description', user_count: 'userCount' } as const;

@StatsboardsController({ path: 'roles', tag: 'roles' })
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Public()
  @Get(['', 'paginated'])
  @ApiOperation({ summary: 'Roles, a page at a time' })
  @ApiOkResponse({ type: PageOf(RoleView) })
  async list(@Query() query: PageQuery): Promise<PageView<RoleView>> {
    return pageView(await this.roles.list(query.search, rangeOf(query, ORDER, ['name', 'id'])), query, roleView);
  }

  @Public()
  @Get(BY_ID)
  @ApiOperation({ summary: 'One role' })
  @ApiOkResponse({ type: RoleView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number): Promise<RoleView> {
    return roleView(await this.roles.get(id));
  }

  @AdminOnly()
  @Post()
  @ApiOperation({ summary: 'Create a role' })
  @ApiOkResponse({ type: RoleView })
  @ApiBadRequestResponse({ description: 'There is a role of this name', type: ErrorResponse })
  async create(@Body() body: RoleCreateBody): Promise<RoleView> {
    return roleView(await this.roles.create(body));
  }

  @AdminOnly()
  @Put(BY_ID)
  @ApiOperation({ summary: 'Change the description; names stay' })
  @ApiOkResponse({ type: RoleView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async update(@PathNumber('item_id') id: number, @Body() body: RoleUpdateBody): Promise<RoleView> {
    return roleView(await this.roles.update(id, body));
  }

  @AdminOnly()
  @Patch(BY_ID)
  @ApiOperation({ summary: 'The same as PUT' })
  @ApiOkResponse({ type: RoleView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async patch(@PathNumber('item_id') id: number, @Body() body: RoleUpdateBody): Promise<RoleView> {
    return this.update(id, body);
  }

  @AdminOnly()
  @Delete(BY_ID)
  @ApiOperation({ summary: 'Delete a role that nobody has' })
  @ApiOkResponse({ type: DetailResponse })
  @ApiBadRequestResponse({ description: 'Users have it', type: ErrorResponse })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.roles.delete(id);
    return { detail: `ROLE ${id} deleted successfully` };
  }
}
