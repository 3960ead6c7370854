import { Get } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type NewPosition, type PositionRow, PositionsService } from '#modules/competitions/index.js';
import { InvalidPostIs400 } from '../bad-request.js';
import { PositionCreateBody, PositionUpdateBody } from './position.body.js';
import { positionView, PositionView } from './position.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { crudController } from '../statsboards.crud.js';
import { PathText } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';

export const PositionsCrudController = crudController<PositionRow, NewPosition, PositionView>({
  path: 'positions',
  tag: 'positions',
  noun: 'Position',
  service: PositionsService,
  createBody: PositionCreateBody,
  updateBody: PositionUpdateBody,
  viewType: PositionView,
  view: positionView,
});
InvalidPostIs400()(PositionsCrudController);

@Public()
@StatsboardsController({ path: 'positions', tag: 'positions' })
export class PositionsController {
  constructor(private readonly positions: PositionsService) {}

  @Get('title/:item_title')
  @ApiOperation({ summary: 'The position of exactly this title' })
  @ApiOkResponse({ type: PositionView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getByTitle(@PathText('item_title') title: string): Promise<PositionView> {
    return positionView(await this.positions.getByTitle(title));
  }
}
