import { DeclareAccess } from './access.js';

/** Says that a route or root resolver needs no credentials. Every one is guarded or carries this. */
export const Public = (): ReturnType<typeof DeclareAccess> => DeclareAccess('public');
