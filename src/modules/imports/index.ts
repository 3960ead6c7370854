// Owns the way of whole seasons into the database: external ids, the bulk loader, file sources.
// Promises that loading the same facts again changes nothing and that every change of a stored match is journaled.
// Listens to nothing.
export { type SeasonIds, seasonIds } from './external-ids.js';
export { ExternalRef } from './external-ref.entity.js';
export { FILE_SOURCES, type FileSource, type ParsedFile, type RejectedRow } from './file-source.js';
export { FileImport, type FileImportProgress, type FileImportSummary } from './file-import.js';
export { findImportFiles, type ImportFile, ImportPathError } from './import-files.js';
export { emptyGameReport, GameLoader, type GameReport } from './game-loader.js';
export { ImportsModule } from './imports.module.js';
export { type LoadReport, matchesOf } from './load-report.js';
export type { RefusedMatch } from './prepared-season.js';
export { type LoadOptions, type LoadProgress, type LoadResult, SeasonLoader } from './season-loader.js';
export { SPORT_DEFAULTS } from './sport-defaults.js';
