// Owns pictures that clients send.
// Promises that what is stored is a sound picture under a name of its own, never overwritten.
// Listens to nothing.
export { MAX_UPLOAD_BYTES } from './upload-limits.js';
export { type GivenFile, type ResizedPicture, UploadsService } from './uploads.service.js';
export { UploadsModule } from './uploads.module.js';
