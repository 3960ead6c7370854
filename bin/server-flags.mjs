/**
 * How Node.js runs the server. One thread collects the young generation: several wait for each other, which while
 * passwords are hashed was the longest pause there is. It has 16 MB (per half) instead of 32: pauses are short, and
 * little is moved because a collection came while it was in use (8 MB cost a tenth more CPU per list).
 */
export const SERVER_FLAGS = ['--max-semi-space-size=16', '--no-parallel-scavenge'];
