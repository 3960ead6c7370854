import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { ClockStatus } from '#core/football/clock/clock.js';
import { ValidationFailed } from '../statsboards.errors.js';

export const CLOCK_STATUSES = ['stopped', 'running', 'paused', 'stopping'] as const satisfies readonly ClockStatus[];

/** Seconds a clock may be set to. */
export const MAX_SECONDS = 10_000;

class StatusInPath implements PipeTransform<string, ClockStatus> {
  transform(text: string): ClockStatus {
    const status = CLOCK_STATUSES.find((each) => each === text);
    if (status !== undefined) return status;
    throw new ValidationFailed([
      { field: 'item_status', message: `item_status must be one of ${CLOCK_STATUSES.join(', ')}` },
    ]);
  }
}

/** The status a clock is set to: `stopped`, `running`, `paused`. */
export const PathStatus = (): ParameterDecorator => Param('item_status', new StatusInPath());

class SecondsInPath implements PipeTransform<string, number> {
  transform(text: string): number {
    const seconds = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (seconds <= MAX_SECONDS) return seconds;
    throw new ValidationFailed([{ field: 'sec', message: `sec must be an integer from 0 to ${MAX_SECONDS}` }]);
  }
}

export const PathSeconds = (): ParameterDecorator => Param('sec', new SecondsInPath());

/** Documents the status and the seconds of a path. */
export const ClockInPath = (): MethodDecorator =>
  applyDecorators(
    ApiParam({ name: 'item_status', enum: CLOCK_STATUSES }),
    ApiParam({ name: 'sec', schema: { type: 'integer', minimum: 0, maximum: MAX_SECONDS } }),
  );
