/** Injects the `Config` in use. */
export const CONFIG = Symbol('Config');
