// Owns the Portuguese contract below /api: partidas, partida, competicoes, time.
// Promises the documented fields, texts, statuses and headers, and answers no older than the contract allows.
// Listens to match/{id}: a changed match drops the answers made from it.
export { AnaliseModule } from './analise.module.js';
