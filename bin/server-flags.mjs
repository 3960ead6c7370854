/**
 * How Node.js runs the server. With a young generation of 8 MB instead of 32 (per half, 64-bit) a collection of it stops
 * everything for about 4 ms instead of 12. One thread collects it: several would wait for each other, and while passwords
 * are hashed there is no processor for all of them.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=8', '--no-parallel-scavenge'];
