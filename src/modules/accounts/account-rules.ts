import { Invalid } from '#core/kernel/domain-error.js';
import { checkTexts } from '#core/kernel/texts.js';

export const SHORTEST_USERNAME = 3;
export const LONGEST_USERNAME = 100;
export const SHORTEST_PASSWORD = 6;
/** Longer ones only cost time. */
export const LONGEST_PASSWORD = 256;

/** Throws Invalid naming `field` for a password that is too short or too long. */
export function checkPassword(password: string, field: string): void {
  if (password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD) return;
  throw new Invalid(field, `${field} must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters`);
}

/** Throws Invalid for a name that is too short, too long, or that no database can hold. */
export function checkUsername(username: string): void {
  checkTexts({ username }, { username: LONGEST_USERNAME });
  if (username.length >= SHORTEST_USERNAME) return;
  throw new Invalid('username', `username must have at least ${SHORTEST_USERNAME} characters`);
}

/** Throws Invalid for what cannot be an address; whether it is one, only a letter to it could tell. */
export function checkEmail(email: string): void {
  checkTexts({ email }, { email: 255 });
  if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) throw new Invalid('email', 'email must be an e-mail address');
}
