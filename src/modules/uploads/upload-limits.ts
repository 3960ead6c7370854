/** Largest file that may be uploaded. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
