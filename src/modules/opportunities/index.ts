// Owns the search through a day's soccer matches for lines that are likely and well known.
// Promises one ranking for the same filter on the same data, and work that ends when nobody waits for it.
// Listens to nothing; the analyses it reads are kept, and forgotten, by modules/analysis.
export { OpportunitiesModule } from './opportunities.module.js';
export { OpportunitiesService, type RankedDay, type SearchStep } from './opportunities.service.js';
export type { Opportunity, OpportunityFilter, OpportunityQuery } from './opportunity.js';
