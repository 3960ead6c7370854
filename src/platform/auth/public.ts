import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'touchline:public';

/** Says that a route or root resolver needs no credentials. Every one is guarded or carries this. */
export const Public = (): ReturnType<typeof SetMetadata> => SetMetadata(PUBLIC, true);
