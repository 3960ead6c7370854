import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { Principal } from './principal.js';

/**
 * Which private rows somebody sees. `onlyOwner` undefined: all of them. Otherwise those this user owns; 0 owns nothing
 * and stands for a caller without an account.
 */
export interface Visibility {
  readonly onlyOwner?: number;
}

/** What a guard knows of a request. */
export interface Caller {
  /** The user, looked up when first asked for. */
  principal(): Promise<Principal | undefined>;
  visibility(): Promise<Visibility>;
}

/**
 * Kept by the carrier itself. What a WeakMap holds survives collections of the young generation, and a caller holds its
 * request: every request would stay until the whole heap is collected.
 */
const CALLER = Symbol('caller');

/** Where credentials come from: an HTTP request, or what a socket said when it connected. */
export interface Carrier {
  headers: { authorization?: string };
  /** Address of the client; absent on sockets. */
  ip?: string;
  [CALLER]?: Caller;
}

const standIns = new WeakMap<object, Carrier>();

/** The request of a REST or GraphQL call; for operations on a socket what stands for one. */
export function carrierOf(context: ExecutionContext): Carrier {
  if (context.getType<GqlContextType>() !== 'graphql') return context.switchToHttp().getRequest<Carrier>();
  const operation = GqlExecutionContext.create(context).getContext<{ req?: Carrier; connectionParams?: unknown }>();
  if (operation.req) return operation.req;
  const known = standIns.get(operation);
  if (known) return known;
  const { authorization } = (operation.connectionParams ?? {}) as { authorization?: unknown };
  const carrier = { headers: typeof authorization === 'string' ? { authorization } : {} };
  standIns.set(operation, carrier);
  return carrier;
}

export function rememberCaller(carrier: Carrier, caller: Caller): void {
  carrier[CALLER] = caller;
}

export function callerOf(context: ExecutionContext): Caller {
  const caller = carrierOf(context)[CALLER];
  if (!caller) throw new Error('No guard has looked at this request');
  return caller;
}

/** The user who calls, or undefined where nobody needs to be one: `@CurrentUser() user: Principal | undefined`. */
export const CurrentUser = createParamDecorator((_data: undefined, context) => callerOf(context).principal());

/** Where no guard has looked, as below some subscriptions, nothing private is shown. */
const NOTHING_PRIVATE: Visibility = { onlyOwner: 0 };

/** Which private rows the caller sees. */
export async function visibilityOf(context: ExecutionContext): Promise<Visibility> {
  return carrierOf(context)[CALLER]?.visibility() ?? NOTHING_PRIVATE;
}

/** Which private rows the caller sees: `@Sees() visibility: Visibility`. */
export const Sees = createParamDecorator((_data: undefined, context) => visibilityOf(context));

/** Address of the caller, for limits: `@ClientAddress() address: string`. */
export const ClientAddress = createParamDecorator((_data: undefined, context) => carrierOf(context).ip ?? 'socket');
