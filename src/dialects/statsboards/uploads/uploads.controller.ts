import { Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { NotFound } from '#core/kernel/domain-error.js';
import { MatchesService } from '#modules/matches/index.js';
import { type GivenFile, UploadsService } from '#modules/uploads/index.js';
import { Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { UploadedFile } from './upload.file.js';
import { LogoView, PhotoView, resizedPictureView, ResizedPictureView, TakesPicture } from './upload.view.js';

/** Pictures are stored and their addresses returned; the client puts these into the thing they show. */
@Write()
@StatsboardsController({ path: '', tag: 'uploads' })
export class UploadsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly matches: MatchesService,
  ) {}

  @Post('teams/upload_logo')
  @TakesPicture()
  @ApiOperation({ summary: 'Upload the logo of a team' })
  @ApiOkResponse({ type: LogoView })
  async teamLogo(@UploadedFile() file: GivenFile): Promise<LogoView> {
    return { logoUrl: await this.uploads.store('teams/logos', file) };
  }

  @Post('teams/upload_resize_logo')
  @TakesPicture()
  @ApiOperation({ summary: 'Upload the logo of a team in three sizes' })
  @ApiOkResponse({ type: ResizedPictureView })
  async teamLogos(@UploadedFile() file: GivenFile): Promise<ResizedPictureView> {
    return resizedPictureView(await this.uploads.storeResized('teams/logos', file));
  }

  @Post('tournaments/upload_logo')
  @TakesPicture()
  @ApiOperation({ summary: 'Upload the logo of a tournament' })
  @ApiOkResponse({ type: LogoView })
  async tournamentLogo(@UploadedFile() file: GivenFile): Promise<LogoView> {
    return { logoUrl: await this.uploads.store('tournaments/logos', file) };
  }

  @Post('tournaments/upload_resize_logo')
  @TakesPicture()
  @ApiOperation({ summary: 'Upload the logo of a tournament in three sizes' })
  @ApiOkResponse({ type: ResizedPictureView })
  async tournamentLogos(@UploadedFile() file: GivenFile): Promise<ResizedPictureView> {
    return resizedPictureView(await this.uploads.storeResized('tournaments/logos', file));
  }

  @Post('persons/upload_photo')
  @TakesPicture()
  @ApiOperation({ summary: 'Upload the photo of a person' })
  @ApiOkResponse({ type: PhotoView })
  async personPhoto(@UploadedFile() file: GivenFile): Promise<PhotoView> {
    return { photoUrl: await this.uploads.store('persons/photos', file) };
  }

  @Post('persons/upload_resize_photo')
  @TakesPicture()
  @ApiOperation({ summary: 'Upload the photo of a person in three sizes' })
  @ApiOkResponse({ type: ResizedPictureView })
  async personPhotos(@UploadedFile() file: GivenFile): Promise<ResizedPictureView> {
    return resizedPictureView(await this.uploads.storeResized('persons/photos', file));
  }

  @Post('sponsors/upload_logo')
  @TakesPicture()
  @ApiOperation({ summary: 'Upload the logo of a sponsor' })
  @ApiOkResponse({ type: LogoView })
  async sponsorLogo(@UploadedFile() file: GivenFile): Promise<LogoView> {
    return { logoUrl: await this.uploads.store('sponsors/logos', file) };
  }

  @Post('matches/id/:match_id/upload_team_logo')
  @TakesPicture()
  @ApiOperation({ summary: 'Upload the logo a team wears in one match' })
  @ApiOkResponse({ type: LogoView })
  async matchLogo(@PathNumber('match_id') matchId: number, @UploadedFile() file: GivenFile): Promise<LogoView> {
    await this.#requireMatch(matchId);
    return { logoUrl: await this.uploads.store(`match/${matchId}/teams_logos`, file) };
  }

  @Post('matches/id/:match_id/upload_resize_logo')
  @TakesPicture()
  @ApiOperation({ summary: 'Upload the logo a team wears in one match in three sizes' })
  @ApiOkResponse({ type: ResizedPictureView })
  async matchLogos(
    @PathNumber('match_id') matchId: number,
    @UploadedFile() file: GivenFile,
  ): Promise<ResizedPictureView> {
    await this.#requireMatch(matchId);
    return resizedPictureView(await this.uploads.storeResized(`match/${matchId}/teams_logos`, file));
  }

  async #requireMatch(id: number): Promise<void> {
    if (!(await this.matches.find(id))) throw new NotFound('Match', id);
  }
}
