/** What a client is told of a failure, before it has a form. */
export interface Problem {
  status: number;
  detail: string;
  /** Stable and machine-readable. */
  code: string;
  requestId: string;
}

export interface ShapedError {
  /** Where the contract uses another than the problem's. */
  status?: number;
  contentType: string;
  body: unknown;
}

/** How one contract words a failure that never reached a controller of its own. */
export type ErrorShape = (problem: Problem) => ShapedError;

const shapes = new Map<string, ErrorShape>();

/** Failures at `prefix` and below it (whole path segments) take this shape. A longer prefix wins. */
export function shapeErrorsBelow(prefix: string, shape: ErrorShape): void {
  shapes.set(prefix, shape);
}

/** The shape for a request's URL: that of the longest prefix it lies below, if any. */
export function errorShapeOf(url: string): ErrorShape | undefined {
  let prefix = url.split('?', 1)[0].replace(/\/+$/, '');
  while (prefix !== '') {
    const shape = shapes.get(prefix);
    if (shape) return shape;
    prefix = prefix.slice(0, prefix.lastIndexOf('/'));
  }
  return undefined;
}
