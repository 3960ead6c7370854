import { Body, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { SettingsService } from '#modules/settings/index.js';
import { SettingCreateBody, SettingUpdateBody } from './setting.body.js';
import { SettingGroupsView, settingGroupsView, SettingValueView, settingView, SettingView } from './setting.view.js';
import { AdminOnly, Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber, PathText } from '../statsboards.ids.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';

const BY_ID = ['id/:item_id', ':item_id'];

@StatsboardsController({ path: 'settings', tag: 'settings' })
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All settings' })
  @ApiOkResponse({ type: [SettingView] })
  async list(): Promise<SettingView[]> {
    return (await this.settings.list()).map(settingView);
  }

  @Public()
  @Get('grouped')
  @ApiOperation({ summary: 'All settings by category', description: 'Each category also under its own name' })
  @ApiOkResponse({ type: SettingGroupsView })
  async grouped(): Promise<SettingGroupsView> {
    return settingGroupsView(await this.settings.listGrouped());
  }

  @Public()
  @Get('category/:category')
  @ApiOperation({ summary: 'Settings of one category' })
  @ApiOkResponse({ type: [SettingView] })
  async category(@PathText('category') category: string): Promise<SettingView[]> {
    return (await this.settings.listByCategory(category)).map(settingView);
  }

  @Public()
  @Get('value/:key')
  @ApiOperation({ summary: 'The text a key is set to' })
  @ApiOkResponse({ type: SettingValueView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async value(@PathText('key') key: string): Promise<SettingValueView> {
    return { value: await this.settings.getValue(key) };
  }

  @Public()
  @Get(BY_ID)
  @ApiOperation({ summary: 'One setting' })
  @ApiOkResponse({ type: SettingView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number): Promise<SettingView> {
    return settingView(await this.settings.get(id));
  }

  @AdminOnly()
  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Set a new key' })
  @ApiCreatedResponse({ type: SettingView })
  @ApiConflictResponse({ description: 'The key is set already', type: ErrorResponse })
  async create(@Body() body: SettingCreateBody): Promise<SettingView> {
    return settingView(await this.settings.create(body.values()));
  }

  @AdminOnly()
  @Put(BY_ID)
  @ApiOperation({ summary: 'Change a setting', description: 'Absent fields stay; null clears' })
  @ApiOkResponse({ type: SettingView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  @ApiConflictResponse({ description: 'Another setting has the key', type: ErrorResponse })
  async update(@PathNumber('item_id') id: number, @Body() body: SettingUpdateBody): Promise<SettingView> {
    return settingView(await this.settings.update(id, body.values()));
  }

  @AdminOnly()
  @Delete(BY_ID)
  @ApiOperation({ summary: 'Delete a setting' })
  @ApiOkResponse({ type: DetailResponse })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.settings.delete(id);
    return { detail: `Setting ${id} deleted successfully` };
  }
}
