// Owns the simulated leagues a new installation starts with.
// Promises the same data for the same seed, matches played by today, and nothing in a database that has matches of its own.
// Listens to nothing.
export { DemoModule } from './demo.module.js';
export { DemoService } from './demo.service.js';
