import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { InstanceWrapper } from '@nestjs/core/injector/instance-wrapper.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS } from '../../src/platform/auth/access.js';

const discovery = (app: NestFastifyApplication): DiscoveryService => new DiscoveryService(app.get(ModulesContainer));

/** A route or root field as the application has it. */
export interface Handler {
  owner: string;
  access: string;
  method: string;
  path: string;
}

/** Who may call, as `@Requires` or `@Public` says: the method before its class. */
function accessOf(type: Type, handler: object): string {
  const said = [handler, type].map((target) => Reflect.getMetadata(ACCESS, target) as string | undefined);
  return said.find((access) => access !== undefined) ?? '';
}

function methodsOf(wrappers: InstanceWrapper[]): { type: Type; name: string; handler: object }[] {
  const scanner = new MetadataScanner();
  return wrappers.flatMap(({ instance, metatype }) => {
    const prototype = instance && (Object.getPrototypeOf(instance) as object);
    if (!prototype || typeof metatype !== 'function') return [];
    return scanner.getAllMethodNames(prototype).map((name) => ({
      type: metatype as Type,
      name,
      handler: (prototype as Record<string, object>)[name],
    }));
  });
}

export const join = (...parts: string[]): string => `/${parts.join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');

export function controllerRoutes(app: NestFastifyApplication): Handler[] {
  return methodsOf(discovery(app).getControllers()).flatMap(({ type, handler }) => {
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
    if (path === undefined) return [];
    const method = RequestMethod[(Reflect.getMetadata(METHOD_METADATA, handler) as number | undefined) ?? 0];
    const prefix = Reflect.getMetadata(PATH_METADATA, type) as string;
    const access = accessOf(type, handler);
    return [path].flat().map((each) => ({ method, path: join(prefix, each), owner: type.name, access }));
  });
}

export function rootFields(app: NestFastifyApplication): Handler[] {
  return methodsOf(discovery(app).getProviders()).flatMap(({ type, name, handler }) => {
    const kind = Reflect.getMetadata('graphql:resolver_type', handler) as string | undefined;
    if (kind === undefined || !['Query', 'Mutation', 'Subscription'].includes(kind)) return [];
    const field = (Reflect.getMetadata('graphql:resolver_name', handler) as string | undefined) ?? name;
    return { method: kind, path: field, owner: type.name, access: accessOf(type, handler) };
  });
}
