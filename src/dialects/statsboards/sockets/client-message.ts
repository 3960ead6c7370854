/** What a client sent, when it was an object of JSON in a text frame; anything else is nobody's message. */
export function readMessage(data: unknown, isBinary: boolean): Readonly<Record<string, unknown>> | undefined {
  if (isBinary) return undefined;
  try {
    const message: unknown = JSON.parse(String(data));
    return typeof message === 'object' && message !== null && !Array.isArray(message)
      ? (message as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
