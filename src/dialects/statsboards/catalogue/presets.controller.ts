import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type NewPreset, type PresetRow, PresetsService, SportsService } from '#modules/competitions/index.js';
import { PresetCreateBody, PresetUpdateBody } from './preset.body.js';
import { presetView, PresetView } from './preset.view.js';
import { sportView, SportView } from './sport.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { crudController } from '../statsboards.crud.js';
import { PathNumber } from '../statsboards.ids.js';

const PATH = 'sport-scoreboard-presets';

export const PresetsCrudController = crudController<PresetRow, NewPreset, PresetView>({
  path: PATH,
  tag: PATH,
  noun: 'SportScoreboardPreset',
  service: PresetsService,
  createBody: PresetCreateBody,
  updateBody: PresetUpdateBody,
  viewType: PresetView,
  view: presetView,
});

@Public()
@StatsboardsController({ path: PATH, tag: PATH })
export class PresetSportsController {
  constructor(private readonly sports: SportsService) {}

  @Get('id/:preset_id/sports')
  @ApiOperation({ summary: 'Sports that start with a preset' })
  @ApiOkResponse({ type: [SportView] })
  async list(@PathNumber('preset_id') presetId: number): Promise<SportView[]> {
    return (await this.sports.listByPreset(presetId)).map(sportView);
  }
}
