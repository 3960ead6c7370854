import { applyDecorators } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiConsumes, ApiPayloadTooLargeResponse, ApiProperty } from '@nestjs/swagger';
import type { ResizedPicture } from '#modules/uploads/index.js';
import { ErrorResponse } from '../statsboards.schema.js';

export class LogoView {
  @ApiProperty({ example: '/static/uploads/sponsors/logos/20240115103000_9f86d081884c7d65_acme.png' })
  logoUrl: string;
}

export class PhotoView {
  @ApiProperty({ example: '/static/uploads/persons/photos/20240115103000_9f86d081884c7d65_john.jpg' })
  photoUrl: string;
}

export class ResizedPictureView {
  @ApiProperty({ example: '/static/uploads/teams/logos/20240115103000_9f86d081884c7d65_bears.png' })
  original: string;

  @ApiProperty({
    example: '/static/uploads/teams/logos/20240115103000_9f86d081884c7d65_icon_bears.png',
    description: '100 pixels high',
  })
  icon: string;

  @ApiProperty({
    example: '/static/uploads/teams/logos/20240115103000_9f86d081884c7d65_webview_bears.png',
    description: '400 pixels high',
  })
  webview: string;
}

export const resizedPictureView = ({ original, icon, webView }: ResizedPicture): ResizedPictureView => ({
  original,
  icon,
  webview: webView,
});

/** A route that takes a picture. */
export const TakesPicture = (): MethodDecorator =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary', description: 'PNG, JPEG, GIF or WebP, up to 10 MiB' } },
      },
    }),
    ApiBadRequestResponse({ description: 'It is no sound picture', type: ErrorResponse }),
    ApiPayloadTooLargeResponse({ description: 'It is larger than 10 MiB', type: ErrorResponse }),
  );
