import { Get, Query, Redirect } from '@nestjs/common';
import { ApiFoundResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { NotFound } from '#core/kernel/domain-error.js';
import { PersonsService } from '#modules/people/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { InvalidIs400 } from '../bad-request.js';
import { PersonBody } from './person.body.js';
import { PERSON_ORDER, PersonPageQuery } from './person.query.js';
import { CountView, personView, PersonView } from './person.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { crudController } from '../statsboards.crud.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, PageQuery, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { ErrorResponse } from '../statsboards.schema.js';

const PATH = { path: 'persons', tag: 'persons' };

export const PersonCrudController = crudController({
  ...PATH,
  noun: 'Person',
  service: PersonsService,
  createBody: PersonBody,
  updateBody: PersonBody,
  viewType: PersonView,
  view: personView,
});

@Public()
@StatsboardsController(PATH)
export class PersonsController {
  constructor(private readonly persons: PersonsService) {}

  @Get('paginated')
  @ApiOperation({ summary: 'Persons, a page at a time' })
  @ApiOkResponse({ type: PageOf(PersonView) })
  async page(@Query() query: PersonPageQuery, @Sees() visibility: Visibility): Promise<PageView<PersonView>> {
    const range = rangeOf(query, PERSON_ORDER, ['secondName', 'id']);
    return pageView(await this.persons.page(query.filter(visibility), range), query, personView);
  }

  @Get('count')
  @ApiOperation({ summary: 'How many persons there are' })
  @ApiOkResponse({ type: CountView })
  async count(@Sees() visibility: Visibility): Promise<CountView> {
    return { total_items: await this.persons.count({ visibility }) };
  }

  @Get('eesl_id/:eesl_id')
  @ApiOperation({ summary: 'Person by number in the EESL registry' })
  @ApiOkResponse({ type: PersonView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getByEeslId(@PathNumber('eesl_id') eeslId: number, @Sees() visibility: Visibility): Promise<PersonView> {
    return personView(await this.persons.getByEeslId(eeslId, visibility));
  }

  @Get('not-in-sport/:sport_id/all')
  @ApiOperation({ summary: 'All persons who are no players of the sport' })
  @ApiOkResponse({ type: [PersonView] })
  async listNotInSport(@PathNumber('sport_id') sportId: number, @Sees() visibility: Visibility): Promise<PersonView[]> {
    return (await this.persons.listNotInSport(sportId, visibility)).map(personView);
  }

  @InvalidIs400()
  @Get('not-in-sport/:sport_id')
  @ApiOperation({ summary: 'Persons who are no players of the sport, a page at a time' })
  @ApiOkResponse({ type: PageOf(PersonView) })
  async pageNotInSport(
    @PathNumber('sport_id') sportId: number,
    @Query() query: PageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<PersonView>> {
    const filter = { text: query.search, notInSportId: sportId, visibility };
    const range = rangeOf(query, PERSON_ORDER, ['secondName', 'id']);
    return pageView(await this.persons.page(filter, range), query, personView);
  }

  @Get(':person_id/photo')
  @Redirect()
  @ApiOperation({ summary: 'The photo of a person' })
  @ApiFoundResponse({ description: 'Where it is' })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async photo(@PathNumber('person_id') id: number, @Sees() visibility: Visibility): Promise<{ url: string }> {
    const { photoWebUrl, photoUrl } = await this.persons.get(id, visibility);
    const url = photoWebUrl || photoUrl;
    if (!url) throw new NotFound('Photo of person', id);
    return { url };
  }
}
