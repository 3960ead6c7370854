import { describe, expect, it } from 'vitest';
import { type ErrorShape, errorShapeOf, shapeErrorsBelow } from './error-shapes.js';

const shape =
  (name: string): ErrorShape =>
  () => ({ contentType: 'text/plain', body: name });

const nameAt = (url: string): unknown => errorShapeOf(url)?.({ status: 404, detail: '', code: '', requestId: '' }).body;

describe('the shape of an error', () => {
  it('is that of the longest prefix of whole path segments', () => {
    shapeErrorsBelow('/spec', shape('wide'));
    shapeErrorsBelow('/spec/deep/er', shape('narrow'));
    const seen = ['/spec', '/spec/', '/spec?a=/spec/deep/er', '/spec/deep', '/spec/deep/er/x?y', '/specs', '/', ''].map(
      nameAt,
    );
    expect(seen).toEqual(['wide', 'wide', 'wide', 'wide', 'narrow', undefined, undefined, undefined]);
  });
});
